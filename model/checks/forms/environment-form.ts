import type { ChartSource } from "../../chart-source";
import type { Backend } from "../../backend";
import type { CloudWatch } from "../../cloud-watch";
import type { ClusterSize } from "../../cluster-size";
import type { Elasticsearch } from "../../elasticsearch";
import { days } from "../../duration";
import type {
  BackupStorage,
  ClusterNetwork,
  EnvironmentConfig,
  GrafanaState,
  Reports,
  Switch,
  ThresholdOverride,
  TimeOfDay,
} from "../../environment";
import { WEEKDAYS } from "../../environment";
import type { OutsideTarget } from "../../outside-target";
import type { Threshold } from "../../threshold";
import type { WrittenReport } from "../../written-report";
import {
  bucket,
  chartRepository,
  hostAndPort,
  mailbox,
  relativeFolder,
  roleArn,
} from "../values/addresses";
import {
  labelValue,
  namespaceName,
  objectName,
  secretKeyName,
} from "../values/kubernetes";
import { between, whole } from "../values/quantities";
import { group, name, notEmpty, reason, word } from "../values/texts";
import { peopleChannel, slackChannel } from "./channel-forms";
import {
  boolean,
  duration,
  list,
  number,
  object,
  oneOfTexts,
  optional,
  record,
  text,
  threshold,
  union,
} from "./form";
import { notificationForm } from "./notification-form";
import { secretKey } from "./secret-form";
import {
  logStore,
  metricsStore,
  resources,
  traceStore,
  volume,
} from "./store-forms";

type Section<Key extends keyof EnvironmentConfig> = NonNullable<
  EnvironmentConfig[Key]
>;
type Grafana = Section<"grafana">;

/** A number, a text or a length of time that a check of its own judges. */
const replicas = number(() => []);
const judged = text();
const step = duration();

const state = union<GrafanaState>({
  volume: { volume },
  postgres: {
    host: text(hostAndPort),
    database: text(word),
    user: text(word),
    password: secretKey,
  },
});

const singleSignOn = object<Grafana["singleSignOn"]>({
  issuer: judged,
  endpoints: optional(
    object<NonNullable<Grafana["singleSignOn"]["endpoints"]>>({
      authorization: judged,
      token: judged,
      userInfo: judged,
    }),
  ),
  clientId: text(name),
  clientSecret: secretKey,
  adminGroup: text(group),
  editorGroup: optional(text(group)),
});

const grafana = object<Grafana>({
  replicas,
  state,
  admin: object<Grafana["admin"]>({
    secret: text(objectName),
    userKey: text(secretKeyName),
    passwordKey: text(secretKeyName),
    encryptionKey: text(secretKeyName),
    metricsPasswordKey: optional(text(secretKeyName)),
  }),
  basicAuthentication: optional(boolean),
  singleSignOn,
  loginForm: boolean,
  externalShare: boolean,
  elasticsearch: optional(
    object<Elasticsearch>({
      url: judged,
      index: judged,
      timeField: optional(text(word)),
    }),
  ),
  cloudWatch: optional(
    object<CloudWatch>({
      region: judged,
      roleArn: judged,
      namespaces: list(judged),
    }),
  ),
  resources,
});

const backend = union<Backend>({
  local: { directory: judged },
  s3: { bucket: text(bucket), region: text(word) },
  gcs: { bucket: text(word) },
  azurerm: {
    resourceGroup: text(word),
    storageAccount: text(word),
    container: text(word),
  },
  kubernetes: { namespace: text(namespaceName) },
});

const time = text<TimeOfDay>();

const reports = union<Switch<Reports>>({
  off: { reason: judged },
  on: {
    image: judged,
    recipients: list(judged),
    chat: union<Reports["chat"]>({
      on: { channel: slackChannel },
      off: { reason: judged },
    }),
    timeZone: judged,
    weekly: object<Reports["weekly"]>({
      day: oneOfTexts(...WEEKDAYS),
      at: time,
    }),
    monthly: object<Reports["monthly"]>({ at: time }),
    written: optional(
      record(
        union<Switch<WrittenReport>>({
          off: { reason: judged },
          on: {
            title: text(notEmpty),
            what: text(notEmpty),
            at: time,
            image: judged,
            command: list(text(notEmpty)),
            folder: judged,
            file: judged,
            resources,
            recipients: list(judged),
          },
        }),
      ),
    ),
  },
});

/** What an environment may say, field by field. */
export const environmentForm = object<EnvironmentConfig>({
  name: judged,
  kind: oneOfTexts("production", "non-production"),
  cluster: object<Section<"cluster">>({
    name: text(labelValue),
    kubeconfigContext: text(name),
    kubeconfigPath: optional(text(name)),
    size: optional(
      object<ClusterSize>({
        nodes: number(whole(1, 5_000)),
        pods: number(whole(1, 150_000)),
      }),
    ),
  }),
  network: object<ClusterNetwork>({
    apiServer: object<ClusterNetwork["apiServer"]>({
      addresses: list(judged),
      port: replicas,
    }),
    nodes: list(judged),
    pods: list(judged),
    services: list(judged),
    privateServices: list(judged),
    ingressNamespace: text(namespaceName),
  }),
  backend,
  charts: union<ChartSource>({
    upstream: {},
    mirror: { repository: text(chartRepository) },
    folder: { path: text(relativeFolder) },
  }),
  namespace: oneOfTexts("monitoring"),
  domain: judged,
  ingress: object<Section<"ingress">>({
    className: text(objectName),
    clusterIssuer: text(objectName),
    trusted: boolean,
  }),
  prometheus: object<Section<"prometheus">>({
    replicas,
    retention: duration(between(days(1), days(3_650))),
    volume,
    scrapeInterval: step,
    scrapeTimeout: step,
    evaluationInterval: step,
    resources,
    seriesBudget: optional(number(whole(1, 100_000_000))),
  }),
  alertmanager: object<Section<"alertmanager">>({
    replicas,
    // It remembers for so long which silences and notifications there were.
    retention: duration(between(days(5), days(365))),
    volume,
    resources,
  }),
  grafana,
  smtp: object<Section<"smtp">>({
    host: judged,
    from: text(mailbox),
    user: text(word),
    password: secretKey,
  }),
  metrics: metricsStore,
  logs: logStore,
  traces: traceStore,
  backups: union<Switch<BackupStorage>>({
    on: { bucket: text(bucket), region: text(word), roleArn: text(roleArn) },
    off: { reason: text(reason) },
  }),
  alloy: object<Section<"alloy">>({
    logs: resources,
    gateway: object<Section<"alloy">["gateway"]>({ replicas, resources }),
    userIdKey: secretKey,
  }),
  notification: notificationForm,
  watches: optional(
    object<Section<"watches">>({
      environment: judged,
      channels: list(peopleChannel),
    }),
  ),
  reports,
  collectionImages: optional(record(judged)),
  outsideTargets: list(
    object<OutsideTarget>({
      system: judged,
      target: judged,
      addresses: list(judged),
      reason: text(reason),
    }),
  ),
  urls: object<Section<"urls">>({ runbooks: judged }),
  systemUrls: optional(record(record(judged))),
  thresholds: list(
    object<ThresholdOverride>({
      system: judged,
      alert: judged,
      threshold: judged,
      value: threshold<Threshold>(),
      reason: text(reason),
    }),
  ),
});
