import { stringify } from "yaml";

/** Paths and ports of a Loki for proofs. */
export interface LokiForProofs {
  /** An empty folder for all its data. */
  readonly folder: string;
  /** Ports on loopback. */
  readonly http: number;
  readonly grpc: number;
  /** Folder with a folder of rule files for each tenant. */
  readonly rules: string;
  /** Webhook that receives the alerts; the URL path names the tenant. */
  readonly alertmanager: (tenant: string) => string;
  readonly tenants: readonly string[];
  /** External labels of the ruler. */
  readonly externalLabels: Readonly<Record<string, string>>;
}

/**
 * Configuration of a single-process Loki that evaluates rules every second. Settings that decide
 * whether an alert fires are as deployed; intervals and delays are shortened.
 * @see https://grafana.com/docs/loki/latest/configure/
 */
export const lokiConfig = (loki: LokiForProofs): string =>
  stringify({
    auth_enabled: true,
    server: {
      http_listen_address: "127.0.0.1",
      http_listen_port: loki.http,
      grpc_listen_address: "127.0.0.1",
      grpc_listen_port: loki.grpc,
      log_level: "warn",
    },
    analytics: { reporting_enabled: false },
    common: {
      instance_addr: "127.0.0.1",
      path_prefix: loki.folder,
      replication_factor: 1,
      ring: { kvstore: { store: "inmemory" } },
      storage: {
        filesystem: {
          chunks_directory: `${loki.folder}/chunks`,
          rules_directory: loki.rules,
        },
      },
    },
    schema_config: {
      configs: [
        {
          from: "2024-04-01",
          store: "tsdb",
          object_store: "filesystem",
          schema: "v13",
          index: { prefix: "index_", period: "24h" },
        },
      ],
    },
    limits_config: {
      // Each case pushes all its lines at once, and is queried second by second.
      ingestion_rate_mb: 100,
      ingestion_burst_size_mb: 200,
      discover_service_name: [],
      volume_enabled: false,
    },
    // Results from before a line arrived must not be cached.
    query_range: { cache_results: false },
    frontend: { address: "127.0.0.1" },
    runtime_config: { file: `${loki.folder}/runtime.yaml`, period: "1s" },
    ruler: {
      storage: { type: "local", local: { directory: loki.rules } },
      rule_path: `${loki.folder}/rules-in-use`,
      wal: { dir: `${loki.folder}/ruler-wal` },
      ring: { kvstore: { store: "inmemory" } },
      enable_api: true,
      evaluation_interval: "1s",
      poll_interval: "1s",
      resend_delay: "1s",
      for_grace_period: "1s",
      external_labels: loki.externalLabels,
    },
  });

/** Per-tenant limits, which Loki reads besides its configuration. */
export const lokiRuntime = (loki: LokiForProofs): string =>
  stringify({
    overrides: Object.fromEntries(
      loki.tenants.map((tenant) => [
        tenant,
        {
          ruler_alertmanager_config: {
            alertmanager_url: loki.alertmanager(tenant),
            // The default for tenants without limits of their own.
            enable_alertmanager_v2: true,
          },
        },
      ]),
    ),
  });
