import { gibibytes, mebibytes } from "../../model/bytes";
import { days, hours, minutes, seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { ratio } from "../../model/ratio";
import { teamChannels } from "../../model/team";
import { chat, team } from "./team";

const nobodyReads = "nobody asked for it yet";

/** The only cluster. Nobody watches it from outside but the heartbeat. */
export const environment: EnvironmentConfig = {
  name: "production",
  kind: "production",
  cluster: { name: "shop", kubeconfigContext: "shop" },
  network: {
    apiServer: { addresses: ["10.0.16.0/24"], port: 443 },
    nodes: ["10.0.0.0/20"],
    pods: ["100.64.0.0/16"],
    services: ["172.20.0.0/16"],
    privateServices: [],
    ingressNamespace: "ingress-nginx",
  },
  backend: {
    kind: "s3",
    bucket: "example-shop-terraform-state",
    region: "eu-central-1",
  },
  charts: { kind: "upstream" },
  namespace: "monitoring",
  domain: "monitoring.example.com",
  ingress: { className: "nginx", clusterIssuer: "letsencrypt", trusted: true },
  prometheus: {
    replicas: 2,
    retention: days(90),
    volume: { size: gibibytes(100) },
    scrapeInterval: seconds(30),
    scrapeTimeout: seconds(10),
    evaluationInterval: seconds(30),
    resources: { cpu: 0.5, memory: gibibytes(3) },
  },
  alertmanager: {
    replicas: 3,
    retention: days(15),
    volume: { size: gibibytes(1) },
    resources: { cpu: 0.05, memory: mebibytes(128) },
  },
  grafana: {
    replicas: 1,
    state: {
      kind: "postgres",
      host: "postgres.databases.svc:5432",
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
      adminGroup: "everybody",
    },
    loginForm: false,
    externalShare: false,
    resources: { cpu: 0.2, memory: mebibytes(768) },
  },
  smtp: {
    host: "smtp.example.com:587",
    from: "monitoring@example.com",
    user: "monitoring@example.com",
    password: { secret: "smtp", key: "password" },
  },
  metrics: { kind: "prometheus", withoutArchive: nobodyReads },
  logs: {
    kind: "monolithic",
    replicas: 1,
    replication: 1,
    storage: { kind: "filesystem" },
    retention: hours(720),
    resources: { cpu: 0.2, memory: gibibytes(1), memoryLimit: gibibytes(2) },
    volume: { size: gibibytes(50) },
    caches: { kind: "off", reason: "one pod reads its own disk" },
    gateway: { replicas: 1, resources: { cpu: 0.05, memory: mebibytes(64) } },
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
    kind: "on",
    bucket: "example-shop-backups",
    region: "eu-central-1",
    roleArn: "arn:aws:iam::123456789012:role/monitoring-backups",
  },
  notification: {
    pager: { kind: "on" },
    email: { kind: "on" },
    escalation: { kind: "off", reason: "there is nobody else to call" },
    chat: { kind: "teams" },
    priorities: {
      P0: { kind: "on" },
      P1: { kind: "on" },
      P2: { kind: "on" },
      P3: { kind: "on" },
    },
    unrouted: chat,
    heartbeat: {
      kind: "heartbeat",
      url: { secret: "alertmanager-heartbeat", key: "url" },
      after: minutes(5),
      notifies: "pager",
    },
    secondPath: { channels: teamChannels(team, "pager", "chat") },
    timeZone: "Europe/Zurich",
    businessHours: { from: "09:00", until: "17:00" },
    maintenance: [],
    silences: [],
  },
  reports: { kind: "off", reason: nobodyReads },
  outsideTargets: [],
  urls: {
    runbooks: "https://wiki.example.com/runbooks",
  },
  thresholds: [],
};
