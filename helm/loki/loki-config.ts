import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig, ObjectStorage } from "../../model/environment";
import { prometheusWriteUrls } from "../kube-prometheus-stack/prometheus-write-urls";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";
import { RULES_FOLDER } from "./rules-folder";

/**
 * Loki's own configuration: storage, retention, and the ruler's Alertmanagers.
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
          // Data is read by the schema entry of its day: never change an entry, append one with a
          // future date.
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
      // Loki would add a label `service_name` to every stream; the collector decides the labels.
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
 * The ruler. It sends to every Alertmanager, found by the SRV record of their Service: through one
 * load-balanced address each alert would reach a random member, and members would notify
 * separately. Its alerts carry the external labels of Prometheus, so that both are grouped alike.
 * Series recorded from LogQL go to every replica of Prometheus.
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
