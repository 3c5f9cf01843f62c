import { days } from "../duration";
import type { Duration } from "../duration";
import type { EnvironmentConfig, ObjectStorage } from "../environment";
import type { Problem } from "../problem";
import type { LogStore, MetricsStore, TraceStore } from "../stores";
import { checkCount } from "./check-count";

/** A quarter can be compared with the same one a year before: thirteen months. */
const ARCHIVE_AT_LEAST = days(395);

/** What Amazon allows as the name of a bucket. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const HOST_AND_PORT = /^[a-z0-9][a-z0-9.-]*:\d{1,5}$/i;

/** Checks the stores of metrics, logs and traces. */
export const checkStores = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] => {
  const { logs, traces, metrics } = environment;
  return [
    ...[
      { at: `${path} logs`, store: logs },
      { at: `${path} traces`, store: traces },
    ].flatMap(({ at, store }) => [
      ...checkReplicas(at, store),
      ...checkStorage(at, store.storage, store.retention),
    ]),
    ...checkReplication(path, logs, traces),
    ...checkTraces(`${path} traces`, traces),
    ...checkMetrics(`${path} metrics`, metrics),
  ];
};

/** Resources of a monolithic store, or of each component. */
const checkReplicas = (
  at: string,
  store: LogStore | TraceStore,
): readonly Problem[] =>
  Object.entries(store).flatMap(([name, value]: [string, unknown]) => {
    if (name === "replicas") return checkCount(`${at}.replicas`, value);
    return typeof value === "object" && value !== null && "replicas" in value
      ? checkCount(`${at}.${name}.replicas`, value.replicas)
      : [];
  });

function checkStorage(
  at: string,
  storage: ObjectStorage,
  retention: Duration,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (retention.milliseconds % 3_600_000 !== 0) {
    problems.push({
      path: `${at}.retention`,
      message: "must be whole hours: the store's format has no days",
      got: retention.toString(),
      next: "write it with hours()",
    });
  }
  if (storage.kind === "filesystem") return problems;
  if (!BUCKET.test(storage.bucket)) {
    problems.push({
      path: `${at}.storage.bucket`,
      message: "is not a bucket name",
      got: `"${storage.bucket}"`,
      allowed: "3 to 63 lower-case letters, digits, dots and hyphens",
      next: "name the bucket that exists for this environment",
    });
  }
  for (const key of ["region", "roleArn"] as const) {
    if (storage[key] === "") {
      problems.push({
        path: `${at}.storage.${key}`,
        message: "is empty",
        next: "state the region of the bucket and the role that the pods assume: there are no keys",
      });
    }
  }
  if (storage.lifecycle.milliseconds <= retention.milliseconds) {
    problems.push({
      path: `${at}.storage.lifecycle`,
      message: `the bucket deletes before the retention of ${retention.toString()} is over`,
      got: storage.lifecycle.toString(),
      allowed: `more than ${retention.toString()}`,
      next: "lengthen the bucket's lifecycle rule, or shorten the retention",
    });
  }
  return problems;
}

function checkReplication(
  path: string,
  logs: LogStore,
  traces: TraceStore,
): readonly Problem[] {
  const problems: Problem[] = [];
  const over = (at: string, copies: number, pods: number): void => {
    if (Number.isInteger(copies) && copies >= 1 && copies <= pods) return;
    problems.push({
      path: `${at}.replication`,
      message: "needs a pod for each replica",
      got: String(copies),
      allowed: `a whole number from 1 to ${String(pods)}`,
      next: "lower it, or run more pods",
    });
  };
  over(
    `${path} logs`,
    logs.replication,
    logs.kind === "monolithic" ? logs.replicas : logs.ingester.replicas,
  );
  if (traces.kind === "distributed") {
    over(`${path} traces`, traces.replication, traces.ingester.replicas);
  }
  if (
    logs.kind === "monolithic" &&
    logs.storage.kind === "filesystem" &&
    logs.replicas > 1
  ) {
    problems.push({
      path: `${path} logs.replicas`,
      message: "more than one Loki cannot share a disk",
      got: String(logs.replicas),
      next: 'run one, or keep logs in a bucket (kind "s3")',
    });
  }
  return problems;
}

function checkTraces(at: string, traces: TraceStore): readonly Problem[] {
  const problems: Problem[] = [];
  if (
    traces.kind === "distributed-kafka" &&
    !HOST_AND_PORT.test(traces.kafka.address)
  ) {
    problems.push({
      path: `${at}.kafka.address`,
      message: "must be a host and a port",
      got: `"${traces.kafka.address}"`,
      next: "name a broker: kafka.kafka.svc.cluster.local:9092",
    });
  }
  return problems;
}

function checkMetrics(at: string, metrics: MetricsStore): readonly Problem[] {
  if (
    metrics.kind === "thanos" &&
    metrics.lifecycle.milliseconds < ARCHIVE_AT_LEAST.milliseconds
  ) {
    return [
      {
        path: `${at}.lifecycle`,
        message: "the archive must keep thirteen months",
        got: metrics.lifecycle.toString(),
        allowed: `${ARCHIVE_AT_LEAST.toString()} or more`,
        next: "lengthen the bucket's lifecycle rule",
      },
    ];
  }
  if (metrics.kind !== "mimir") return [];
  const endings = { writeUrl: "/api/v1/push", queryUrl: "/prometheus" };
  const problems: Problem[] = Object.entries(endings)
    .map(([key, ending]) => ({
      key,
      ending,
      url: metrics[key as keyof typeof endings],
    }))
    .filter(
      ({ url, ending }) => !/^https?:\/\/./.test(url) || !url.endsWith(ending),
    )
    .map(({ key, ending, url }) => ({
      path: `${at}.${key}`,
      message: "is not an address of Mimir",
      got: `"${url}"`,
      allowed: `http://…${ending}`,
      next: "write the full path",
    }));
  if (metrics.tenant === "") {
    problems.push({
      path: `${at}.tenant`,
      message: "is empty",
      next: "name the tenant: Mimir refuses requests without one",
    });
  }
  return problems;
}
