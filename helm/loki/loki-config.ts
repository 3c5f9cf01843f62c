import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig, ObjectStorage } from "../../model/environment";
import { prometheusWriteUrls } from "../kube-prometheus-stack/prometheus-write-urls";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";
import { RULES_FOLDER } from "./rules-folder";

/**
 * Loki's own configuration: what is stored where, for how long, and whom the ruler tells.
 * @see https://grafana.com/docs/loki/latest/configure/
 */
export const lokiConfig = (environment: EnvironmentConfig): Values => {
  const { logs } = environment;
  const objectStore = logs.storage.kind;
  return {
    auth_enabled: false,
    analytics: { reporting_enabled: false },
    commonConfig: { replication_factor: logs.replication },
    storage: storageValues(logs.storage),
    schemaConfig: {
      configs: [
        {
          // Data is found by the entry of its day: an entry is never changed, a new one is added
          // with a day to come.
          from: "2026-01-01",
          store: "tsdb",
          object_store: objectStore,
          schema: "v13",
          index: { prefix: "loki_index_", period: "24h" },
        },
      ],
    },
    limits_config: {
      retention_period: logs.retention.toHours(),
      allow_structured_metadata: true,
      // Loki would add a label `service_name` to every stream; which labels there are is decided
      // where logs are collected.
      discover_service_name: [],
    },
    compactor: {
      retention_enabled: true,
      // Without it Loki refuses to start where retention is on.
      delete_request_store: objectStore,
    },
    rulerConfig: rulerConfig(environment),
  };
};

const storageValues = (storage: ObjectStorage): Values =>
  storage.kind === "filesystem"
    ? { type: "filesystem" }
    : {
        type: "s3",
        bucketNames: { chunks: untemplated(storage.bucket) },
        // No keys: the pods assume a role.
        s3: { region: untemplated(storage.region), sse: { type: "SSE-S3" } },
      };

/**
 * The ruler. It tells every Alertmanager, found by the SRV record of their Service: those behind
 * one address would be told in turn, and each of them would notify by itself. Its alerts carry what
 * Prometheus adds to its own, so that both meet in one group. What LogQL records goes to every
 * replica of Prometheus.
 */
function rulerConfig(environment: EnvironmentConfig): Values {
  const { cluster, name, namespace } = environment;
  return {
    storage: { type: "local", local: { directory: RULES_FOLDER } },
    alertmanager_url: `http://_http-web._tcp.alertmanager-operated.${namespace}.svc.cluster.local`,
    enable_alertmanager_discovery: true,
    enable_alertmanager_v2: true,
    // The address of Grafana, which shows the logs behind an alert.
    external_url: grafanaUrl(environment),
    datasource_uid: "loki",
    external_labels: {
      cluster: untemplated(cluster.name),
      environment: name,
    },
    // Each group is evaluated by one pod, not by all.
    enable_sharding: true,
    ring: { kvstore: { store: "memberlist" } },
    enable_api: true,
    remote_write: {
      enabled: true,
      clients: Object.fromEntries(
        prometheusWriteUrls(environment).map((url, replica) => [
          `replica-${String(replica)}`,
          { url },
        ]),
      ),
    },
  };
}
