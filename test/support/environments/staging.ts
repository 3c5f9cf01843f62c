import { gibibytes, mebibytes } from "../../../model/bytes";
import { days, hours, minutes, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { ratio } from "../../../model/ratio";
import { teamChannels } from "../../../model/team";
import { slack } from "../channels";
import { operators } from "../operators";

const domain = "monitoring.staging.example.com";

const stagingChannel = slack("#monitoring-staging");

/**
 * Staging of the engine's tests, of no real organisation: the same rules and dashboards, one
 * replica of everything, nobody is paged.
 */
export const staging: EnvironmentConfig = {
  name: "staging",
  kind: "non-production",
  cluster: { name: "staging", kubeconfigContext: "staging" },
  network: {
    apiServer: {
      addresses: ["10.1.16.0/24", "172.20.0.1/32"],
      port: 443,
    },
    nodes: ["10.1.0.0/20"],
    pods: ["100.64.0.0/16"],
    services: ["172.20.0.0/16"],
    privateServices: [],
    ingressNamespace: "ingress-nginx",
  },
  backend: {
    kind: "s3",
    bucket: "example-staging-terraform-state",
    region: "eu-central-1",
  },
  charts: { kind: "upstream" },
  namespace: "monitoring",
  domain,
  ingress: {
    className: "nginx",
    clusterIssuer: "letsencrypt-staging",
    trusted: false,
  },
  prometheus: {
    replicas: 1,
    retention: days(30),
    volume: { size: gibibytes(100) },
    scrapeInterval: seconds(30),
    scrapeTimeout: seconds(10),
    evaluationInterval: seconds(30),
    resources: {
      cpu: 0.5,
      memory: gibibytes(3),
      memoryLimit: mebibytes(4608),
    },
  },
  alertmanager: {
    replicas: 1,
    retention: days(15),
    volume: { size: gibibytes(1) },
    resources: { cpu: 0.05, memory: mebibytes(128) },
  },
  grafana: {
    replicas: 1,
    state: { kind: "volume", volume: { size: gibibytes(5) } },
    admin: {
      secret: "grafana-admin",
      userKey: "admin-user",
      passwordKey: "admin-password",
      encryptionKey: "secret-key",
    },
    singleSignOn: {
      issuer: "https://login.staging.example.com",
      clientId: "grafana",
      clientSecret: { secret: "grafana-sso", key: "client-secret" },
      adminGroup: "platform",
      editorGroup: "on-call",
    },
    loginForm: true,
    externalShare: false,
    resources: { cpu: 0.2, memory: mebibytes(768) },
  },
  smtp: {
    host: "smtp.staging.example.com:587",
    from: "monitoring@staging.example.com",
    user: "monitoring@staging.example.com",
    password: { secret: "smtp", key: "password" },
  },
  metrics: {
    kind: "prometheus",
    withoutArchive: "nobody reads staging's metrics after 30 days",
  },
  logs: {
    kind: "monolithic",
    replicas: 1,
    replication: 1,
    storage: { kind: "filesystem" },
    retention: hours(720),
    resources: { cpu: 0.2, memory: gibibytes(1), memoryLimit: gibibytes(2) },
    volume: { size: gibibytes(50) },
    caches: {
      kind: "off",
      reason: "one pod reads its own disk, which the kernel caches",
    },
    gateway: {
      replicas: 1,
      resources: { cpu: 0.05, memory: mebibytes(64) },
    },
  },
  traces: {
    kind: "monolithic",
    storage: { kind: "filesystem" },
    retention: hours(72),
    sampling: { kind: "head", share: ratio(1) },
    resources: { cpu: 0.2, memory: gibibytes(1), memoryLimit: gibibytes(2) },
    volume: { size: gibibytes(20) },
  },
  alloy: {
    logs: { cpu: 0.05, memory: mebibytes(192), memoryLimit: mebibytes(384) },
    gateway: {
      replicas: 1,
      resources: {
        cpu: 0.1,
        memory: mebibytes(384),
        memoryLimit: mebibytes(768),
      },
    },
    userIdKey: { secret: "alloy-user-id-key", key: "key" },
  },
  backups: {
    kind: "off",
    reason:
      "dashboards and rules come from the repository, silences are short; nothing here is missed",
  },
  notification: {
    pager: { kind: "off", reason: "a broken test in staging pages nobody" },
    email: { kind: "off", reason: "staging notifies in its chat channel only" },
    escalation: { kind: "off", reason: "without a pager nothing escalates" },
    chat: {
      kind: "one",
      channel: stagingChannel,
      reason: "a team's own channel is for what its users feel",
    },
    priorities: {
      P0: { kind: "on" },
      P1: { kind: "on" },
      P2: { kind: "off", reason: "people who try a change see it in Grafana" },
      P3: { kind: "off", reason: "people who try a change see it in Grafana" },
    },
    unrouted: stagingChannel,
    heartbeat: {
      kind: "heartbeat",
      url: { secret: "alertmanager-heartbeat", key: "url" },
      after: minutes(5),
      notifies: "chat",
    },
    secondPath: { channels: [stagingChannel] },
    timeZone: "Etc/UTC",
    businessHours: { from: "09:00", until: "17:00" },
    maintenance: [],
    silences: [],
  },
  watches: {
    environment: "production",
    // Production's team, with its pager: these alerts are about production, so staging's disabled
    // roles do not apply.
    channels: teamChannels(operators, "pager", "chat"),
  },
  reports: { kind: "off", reason: "stakeholders read production's reports" },
  outsideTargets: [],
  urls: {
    runbooks:
      "https://github.com/example/monitoring-stack/blob/main/docs/runbooks",
  },
  thresholds: [],
};
