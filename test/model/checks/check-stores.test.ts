import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { gibibytes } from "../../../model/bytes";
import { checkEnvironment } from "../../../model/checks/check-environment";
import { checkStores } from "../../../model/checks/check-stores";
import { days, hours, minutes } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import {
  COMBINATIONS,
  distributedLogs,
  distributedTraces,
  kafkaTraces,
  mimir,
  monolithicTracesInBucket,
  productionWith,
  thanosWithQuery,
} from "../../support/scaled";

const check = (environment: EnvironmentConfig): readonly string[] =>
  checkStores(environment.name, environment).map(formatProblem);

const bucket = monolithicTracesInBucket.storage;
if (bucket.kind !== "s3") throw new Error("it keeps traces in a bucket");

it("finds nothing in any combination of stores, nor in the environments of this repository", () => {
  expect([staging, production, ...COMBINATIONS].flatMap(check)).toEqual([]);
});

it.each<[string, EnvironmentConfig, string]>([
  [
    "traces that the bucket deletes too early",
    productionWith({ traces: { ...kafkaTraces, retention: days(60) } }),
    "production traces.storage.lifecycle: the bucket deletes before the retention of 60d is over, got 60d; allowed: more than 60d; lengthen the bucket's lifecycle rule, or shorten the retention",
  ],
  [
    "logs that the bucket deletes too early",
    productionWith({ logs: { ...distributedLogs, retention: days(90) } }),
    "production logs.storage.lifecycle: the bucket deletes before the retention of 90d is over, got 60d; allowed: more than 90d; lengthen the bucket's lifecycle rule, or shorten the retention",
  ],
  [
    "a bucket without a name",
    productionWith({
      logs: {
        ...distributedLogs,
        storage: { ...distributedLogs.storage, bucket: "" },
      },
    }),
    'production logs.storage.bucket: is not a bucket name, got ""; allowed: 3 to 63 lower-case letters, digits, dots and hyphens; name the bucket that exists for this environment',
  ],
  [
    "a bucket without a role",
    productionWith({
      traces: {
        ...monolithicTracesInBucket,
        storage: { ...bucket, roleArn: "" },
      },
    }),
    "production traces.storage.roleArn: is empty; state the region of the bucket and the role that the pods assume: there are no keys",
  ],
  [
    "a retention that is not in whole hours",
    productionWith({
      traces: { ...distributedTraces, retention: minutes(90) },
    }),
    "production traces.retention: must be whole hours: the store's format has no days, got 1h30m; write it with hours()",
  ],
  [
    "more replicas of logs than pods",
    { ...staging, logs: { ...staging.logs, replication: 3 } },
    "staging logs.replication: needs a pod for each replica, got 3; allowed: a whole number from 1 to 1; lower it, or run more pods",
  ],
  [
    "more replicas of logs than ingesters",
    productionWith({ logs: { ...distributedLogs, replication: 4 } }),
    "production logs.replication: needs a pod for each replica, got 4; allowed: a whole number from 1 to 3; lower it, or run more pods",
  ],
  [
    "more replicas of traces than ingesters",
    productionWith({ traces: { ...distributedTraces, replication: 7 } }),
    "production traces.replication: needs a pod for each replica, got 7; allowed: a whole number from 1 to 5; lower it, or run more pods",
  ],
  [
    "no replica",
    productionWith({ logs: { ...distributedLogs, replication: 0 } }),
    "production logs.replication: needs a pod for each replica, got 0; allowed: a whole number from 1 to 3; lower it, or run more pods",
  ],
  [
    "two pods on one disk",
    {
      ...staging,
      logs: {
        kind: "monolithic",
        replicas: 2,
        replication: 2,
        storage: { kind: "filesystem" },
        retention: hours(720),
        resources: { cpu: 1, memory: gibibytes(1) },
        volume: { size: gibibytes(1) },
        caches: { kind: "off", reason: "small" },
        gateway: staging.logs.gateway,
      },
    },
    'staging logs.replicas: more than one Loki cannot share a disk, got 2; run one, or keep logs in a bucket (kind "s3")',
  ],
  [
    "half a querier",
    productionWith({
      traces: {
        ...kafkaTraces,
        querier: { ...kafkaTraces.querier, replicas: 0.5 },
      },
    }),
    "production traces.querier.replicas: must be a whole number of 1 or more, got 0.5; correct it",
  ],
  [
    "no gateway",
    {
      ...staging,
      logs: {
        ...staging.logs,
        gateway: { ...staging.logs.gateway, replicas: 0 },
      },
    },
    "staging logs.gateway.replicas: must be a whole number of 1 or more, got 0; correct it",
  ],
  [
    "a Kafka without a port",
    productionWith({
      traces: {
        ...kafkaTraces,
        kafka: { address: "kafka", topic: "traces" },
      },
    }),
    'production traces.kafka.address: must be a host and a port, got "kafka"; name a broker: kafka.kafka.svc.cluster.local:9092',
  ],
  [
    "an archive of a year",
    productionWith({ metrics: { ...thanosWithQuery, lifecycle: days(365) } }),
    "production metrics.lifecycle: the archive must keep thirteen months, got 365d; allowed: 395d or more; lengthen the bucket's lifecycle rule",
  ],
  [
    "a Mimir with its query address as write address",
    productionWith({ metrics: { ...mimir, writeUrl: mimir.queryUrl } }),
    'production metrics.writeUrl: is not an address of Mimir, got "http://mimir-gateway.mimir.svc.cluster.local/prometheus"; allowed: http://…/api/v1/push; write the full path',
  ],
  [
    "a Mimir without a tenant",
    productionWith({ metrics: { ...mimir, tenant: "" } }),
    "production metrics.tenant: is empty; name the tenant: Mimir refuses requests without one",
  ],
])("names %s", (_, environment, message) => {
  expect(check(environment)).toEqual([message]);
});

it("is part of the checks of an environment", () => {
  const broken = { ...staging, logs: { ...staging.logs, replication: 3 } };
  expect(
    checkEnvironment({ ...broken, thresholds: [] }, []).map(({ path }) => path),
  ).toContain("environments/staging logs.replication");
});
