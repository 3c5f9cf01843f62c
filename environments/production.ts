import { gibibytes, mebibytes } from "../model/bytes";
import { days, hours, minutes, seconds } from "../model/duration";
import type { EnvironmentConfig } from "../model/environment";
import { percent } from "../model/ratio";
import { teamChannels } from "../model/team";
import { slack } from "../teams/channels";
import { platformTeam } from "../teams/platform";

const domain = "monitoring.example.com";

/** What people rely on: replicated, paging, kept for 90 days. */
export const production: EnvironmentConfig = {
  name: "production",
  cluster: { name: "production", kubeconfigContext: "production" },
  backend: {
    kind: "s3",
    bucket: "example-production-terraform-state",
    region: "eu-central-1",
  },
  charts: { kind: "upstream" },
  namespace: "monitoring",
  domain,
  ingress: { className: "nginx", clusterIssuer: "letsencrypt", trusted: true },
  prometheus: {
    replicas: 2,
    retention: days(90),
    volume: { size: gibibytes(500) },
    scrapeInterval: seconds(30),
    scrapeTimeout: seconds(10),
    evaluationInterval: seconds(30),
    resources: {
      cpu: 2,
      memory: gibibytes(8),
      memoryLimit: gibibytes(12),
    },
  },
  alertmanager: {
    replicas: 3,
    retention: days(15),
    volume: { size: gibibytes(5) },
    resources: { cpu: 0.1, memory: mebibytes(256) },
  },
  grafana: {
    replicas: 2,
    state: {
      kind: "postgres",
      host: "grafana-postgres.monitoring.svc:5432",
      database: "grafana",
      user: "grafana",
      password: { secret: "grafana-database", key: "password" },
    },
    admin: {
      secret: "grafana-admin",
      userKey: "admin-user",
      passwordKey: "admin-password",
      encryptionKey: "secret-key",
    },
    singleSignOn: {
      issuer: "https://login.example.com",
      clientId: "grafana",
      clientSecret: { secret: "grafana-sso", key: "client-secret" },
      adminGroup: "platform",
    },
    loginForm: false,
    externalShare: false,
    resources: { cpu: 0.5, memory: gibibytes(1) },
  },
  smtp: {
    host: "smtp.example.com:587",
    from: "monitoring@example.com",
    user: "monitoring@example.com",
    password: { secret: "smtp", key: "password" },
  },
  logs: {
    replicas: 3,
    storage: {
      kind: "s3",
      bucket: "example-production-logs",
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/production-loki",
    },
    retention: hours(720),
  },
  traces: {
    storage: {
      kind: "s3",
      bucket: "example-production-traces",
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/production-tempo",
    },
    retention: hours(336),
    sampling: { kind: "head", share: percent(10) },
  },
  alloy: {
    logs: { cpu: 0.1, memory: mebibytes(256), memoryLimit: mebibytes(512) },
    gateway: {
      replicas: 3,
      resources: {
        cpu: 0.5,
        memory: gibibytes(1),
        memoryLimit: gibibytes(2),
      },
    },
    userIdKey: { secret: "alloy-user-id-key", key: "key" },
  },
  archive: {
    kind: "on",
    objectStorage: { secret: "thanos-object-storage", key: "objstore.yml" },
  },
  notification: {
    pager: { kind: "on" },
    email: { kind: "on" },
    escalation: { kind: "on" },
    chat: { kind: "teams" },
    priorities: {
      P0: { kind: "on" },
      P1: { kind: "on" },
      P2: { kind: "on" },
      P3: { kind: "on" },
    },
    unrouted: slack("#monitoring-unrouted"),
    heartbeat: {
      kind: "heartbeat",
      url: { secret: "alertmanager-heartbeat", key: "url" },
      after: minutes(5),
      tells: "pager",
    },
    secondPath: {
      channels: teamChannels(platformTeam, "pager", "chat", "email"),
    },
    timeZone: "Etc/UTC",
    businessHours: { from: "09:00", until: "17:00" },
    maintenance: [],
    silences: [],
  },
  watches: {
    environment: "staging",
    channels: [slack("#monitoring-staging")],
  },
  reports: { kind: "on", recipients: "stakeholders@example.com" },
  testFaultEndpoint: "absent",
  urls: {
    runbooks:
      "https://github.com/example/monitoring-stack/blob/main/docs/runbooks",
    cqvrDashboard: "https://farfan.example.com/dashboard/cqvr_dashboard.html",
  },
  thresholds: [],
};
