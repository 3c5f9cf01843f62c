import type { EnvironmentConfig } from "../environment";

type KeyOf<T> = T extends object
  ? T extends readonly unknown[]
    ? never
    : keyof T & string
  : never;

/**
 * Every key that an environment may have, by section; an empty list stands for a plain value or a
 * union, whose members the compiler checks. The compiler refuses a key that the type does not know;
 * a file that was never type-checked is checked against this table.
 */
export const ENVIRONMENT_KEYS = {
  name: [],
  kind: [],
  cluster: ["name", "kubeconfigContext", "kubeconfigPath"],
  network: [
    "apiServer",
    "nodes",
    "pods",
    "services",
    "privateServices",
    "ingressNamespace",
  ],
  backend: [],
  charts: [],
  namespace: [],
  domain: [],
  ingress: ["className", "clusterIssuer", "trusted"],
  prometheus: [
    "replicas",
    "retention",
    "volume",
    "scrapeInterval",
    "scrapeTimeout",
    "evaluationInterval",
    "resources",
  ],
  alertmanager: ["replicas", "retention", "volume", "resources"],
  grafana: [
    "replicas",
    "state",
    "admin",
    "singleSignOn",
    "loginForm",
    "externalShare",
    "elasticsearch",
    "cloudWatch",
    "resources",
  ],
  smtp: ["host", "from", "user", "password"],
  metrics: [],
  logs: [],
  traces: [],
  backups: [],
  alloy: ["logs", "gateway", "userIdKey"],
  notification: [
    "pager",
    "email",
    "escalation",
    "chat",
    "priorities",
    "unrouted",
    "heartbeat",
    "secondPath",
    "timeZone",
    "businessHours",
    "maintenance",
    "silences",
  ],
  watches: ["environment", "channels"],
  reports: [],
  collectionImages: [],
  outsideTargets: [],
  urls: ["runbooks"],
  systemUrls: [],
  thresholds: [],
} satisfies {
  readonly [Section in keyof EnvironmentConfig]-?: readonly KeyOf<
    NonNullable<EnvironmentConfig[Section]>
  >[];
};
