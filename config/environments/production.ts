import { gibibytes, mebibytes } from "../../model/bytes";
import { days, hours, minutes, seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { percent } from "../../model/ratio";
import { teamChannels } from "../../model/team";
import { slack } from "../teams/channels";
import { platformTeam } from "../teams/platform";

const domain = "monitoring.example.com";

/** The environment that people rely on: replicated, paging, 90 days of retention. */
export const production = {
  name: "production",
  kind: "production",
  cluster: { name: "production", kubeconfigContext: "production" },
  network: {
    apiServer: {
      addresses: ["10.0.16.0/24", "172.20.0.1/32"],
      port: 443,
    },
    nodes: ["10.0.0.0/20"],
    pods: ["100.64.0.0/16"],
    services: ["172.20.0.0/16"],
    privateServices: [],
    ingressNamespace: "ingress-nginx",
  },
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
      host: "grafana-postgres.databases.svc:5432",
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
      editorGroup: "on-call",
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
  metrics: {
    kind: "thanos",
    objectStorage: { secret: "thanos-object-storage", key: "objstore.yml" },
    // 13 months: a quarter can be compared with the same one a year ago.
    lifecycle: days(396),
  },
  logs: {
    kind: "monolithic",
    replicas: 3,
    replication: 3,
    storage: {
      kind: "s3",
      bucket: "example-production-logs",
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/production-loki",
      lifecycle: days(45),
    },
    retention: hours(720),
    resources: { cpu: 1, memory: gibibytes(4), memoryLimit: gibibytes(6) },
    volume: { size: gibibytes(20) },
    caches: {
      kind: "on",
      chunks: { cpu: 0.1, memory: gibibytes(2) },
      results: { cpu: 0.1, memory: mebibytes(512) },
    },
    gateway: {
      replicas: 2,
      resources: { cpu: 0.1, memory: mebibytes(128) },
    },
  },
  traces: {
    kind: "distributed",
    replication: 3,
    storage: {
      kind: "s3",
      bucket: "example-production-traces",
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/production-tempo",
      lifecycle: days(21),
    },
    retention: hours(336),
    sampling: { kind: "head", share: percent(10) },
    systems: {
      // Analyses are few and long: each that fails, or takes longer than its SLO allows, is worth
      // keeping.
      codequal: {
        kind: "tail",
        share: percent(10),
        slow: minutes(5),
        tracesPerSecond: 5,
      },
    },
    distributor: {
      replicas: 2,
      resources: { cpu: 0.2, memory: mebibytes(512) },
    },
    ingester: {
      replicas: 3,
      resources: { cpu: 0.5, memory: gibibytes(2) },
      volume: { size: gibibytes(20) },
    },
    querier: {
      replicas: 2,
      resources: { cpu: 0.2, memory: gibibytes(1) },
    },
    queryFrontend: {
      replicas: 2,
      resources: { cpu: 0.1, memory: mebibytes(512) },
    },
    compactor: {
      replicas: 1,
      resources: { cpu: 0.2, memory: gibibytes(1) },
    },
    metricsGenerator: {
      replicas: 2,
      // Blocks are flushed from memory, four at a time.
      resources: { cpu: 0.5, memory: gibibytes(2) },
    },
    cache: {
      replicas: 1,
      resources: { cpu: 0.1, memory: gibibytes(1) },
    },
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
  backups: {
    kind: "on",
    bucket: "example-production-monitoring-backups",
    region: "eu-central-1",
    roleArn: "arn:aws:iam::000000000000:role/production-monitoring-backups",
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
      notifies: "pager",
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
  reports: {
    kind: "on",
    image: "ghcr.io/example/monitoring-stack-report:0.1.0",
    recipients: ["stakeholders@example.com"],
    chat: { kind: "on", channel: slack("#monitoring-reports") },
    timeZone: "Etc/UTC",
    weekly: { day: "monday", at: "08:00" },
    monthly: { at: "08:00" },
    written: {
      quality: {
        kind: "on",
        title: "CQVR quality report",
        what: "evaluates CQVR's contracts, and sends the result",
        at: "06:00",
        image: "ghcr.io/example/cqvr:1.0.0",
        command: ["python", "scripts/evaluate_all_contracts.py"],
        folder: "/opt/farfan",
        file: "CQVR_EVALUATION_REPORT.md",
        resources: { cpu: 0.5, memory: gibibytes(1) },
        recipients: ["stakeholders@example.com"],
      },
    },
  },
  collectionImages: { cqvr: "registry.example.com/farfan/cqvr:1.0.0" },
  outsideTargets: [],
  urls: {
    runbooks:
      "https://github.com/example/monitoring-stack/blob/main/docs/runbooks",
  },
  systemUrls: {
    cqvr: {
      dashboard: "https://farfan.example.com/dashboard/cqvr_dashboard.html",
      health: "http://farfan-cqvr.farfan.svc:8080/health",
    },
  },
  thresholds: [],
} satisfies EnvironmentConfig;
