import { gatewayConfiguration } from "../../../helm/alloy/gateway-configuration";
import type { GatewayConfiguration } from "../../../helm/alloy/gateway-configuration";
import type { LoggedService } from "../../../helm/alloy/log-stages";
import { logsConfiguration } from "../../../helm/alloy/logs-configuration";
import { renderConfiguration } from "../../../helm/alloy/render-configuration";
import { block, component } from "../../../helm/alloy/syntax";
import { minutes, seconds } from "../../../model/duration";
import { percent, ratio } from "../../../model/ratio";
import type { TailSampling } from "../../../model/tail-sampling";
import type { TraceSampling } from "../../../model/trace-sampling";

/** A system that needs nothing special, and one that needs everything. */
export const PLAIN: LoggedService = { key: "shop", namespace: "shop" };
export const SPECIAL: LoggedService = {
  key: "bank",
  namespace: "bank",
  logs: {
    sources: [
      { namespace: "bank" },
      { namespace: "shared", apps: ["bank.api", "bank-worker"] },
    ],
    labels: { level: "log.severity" },
    metadata: ["order_id"],
    masking: [{ name: "iban", pattern: String.raw`\b(CH\d{19})\b` }],
    dropped: [{ pattern: "GET /health", reason: "health_check" }],
    multiline: { firstLine: String.raw`^\d{4}-\d{2}`, maxLines: 64 },
  },
};
export const SERVICES = [PLAIN, SPECIAL];

export const HEAD: TraceSampling = { kind: "head", share: percent(10) };
export const TAIL: TailSampling = {
  kind: "tail",
  share: ratio(0.1),
  slow: seconds(2),
  tracesPerSecond: 100,
};

const LABELS = { environment: "production", cluster: "eu-1" };

export const SETTINGS: GatewayConfiguration = {
  ...LABELS,
  lokiPush: "http://loki/loki/api/v1/push",
  tempoOtlpGrpc: "tempo:4317",
  prometheusWrite: ["http://p-0/api/v1/write", "http://p-1/api/v1/write"],
  replicas: {
    host: "alloy-cluster.monitoring.svc.cluster.local",
    count: 3,
  },
  traces: { sampling: HEAD },
};

/** Every form that a value can have; for the parser only, since no component takes all of these. */
export const FORMS: string = renderConfiguration([
  component(
    "loki.write",
    "forms",
    {
      max_streams: 1,
      external_labels: { a: "1", longer: "2", "with.point": "3" },
      n: 0.5,
      empty: {},
      none: [],
      long: ["x".repeat(60), "y".repeat(60)],
      last: true,
      objects: [{ a: "1" }, { b: "2" }],
    },
    block("endpoint", { url: "x" }, block("queue_config")),
    block("wal"),
  ),
]);

/** Configurations by what is special about them. */
export const CONFIGURATIONS: Readonly<Record<string, string>> = {
  "the collector of logs": logsConfiguration(SERVICES, {
    ...LABELS,
    lokiPush: SETTINGS.lokiPush,
  }),
  "the collector without a service": logsConfiguration([], {
    ...LABELS,
    lokiPush: SETTINGS.lokiPush,
  }),
  "the gateway with head sampling": gatewayConfiguration(SERVICES, SETTINGS),
  "the gateway with tail sampling of one system": gatewayConfiguration(
    SERVICES,
    { ...SETTINGS, traces: { sampling: HEAD, systems: { shop: TAIL } } },
  ),
  "the gateway with head sampling of one system": gatewayConfiguration(
    SERVICES,
    { ...SETTINGS, traces: { sampling: TAIL, systems: { bank: HEAD } } },
  ),
  "the gateway with traces of two lengths": gatewayConfiguration(
    [PLAIN, { ...SPECIAL, traces: { kind: "sent", longest: minutes(30) } }],
    { ...SETTINGS, traces: { sampling: TAIL } },
  ),
  "the gateway with tail sampling": gatewayConfiguration(SERVICES, {
    ...SETTINGS,
    traces: { sampling: TAIL },
  }),
};
