import { LOKI } from "../../helm/loki/chart";
import { lokiValues } from "../../helm/loki/loki-values";
import { kubePrometheusStackValues } from "../../helm/kube-prometheus-stack/kube-prometheus-stack-values";
import { tempoChart, tempoValues } from "../../helm/tempo/tempo-values";
import type { EnvironmentConfig } from "../../model/environment";
import { COMBINATIONS, mimir, productionWith } from "../support/scaled";
import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";
import { filesOf, plain, stackOf } from "./output";
import type { Resources } from "./output";

const services = [goodService];

/** Combinations in which each way to keep each signal is there at least once. */
const EACH_WAY = COMBINATIONS.filter(
  ({ metrics, logs, traces }, index) =>
    COMBINATIONS.findIndex((other) => other.metrics === metrics) === index ||
    COMBINATIONS.findIndex((other) => other.logs === logs) === index ||
    COMBINATIONS.findIndex((other) => other.traces === traces) === index,
);

const released = (all: Resources, name: string) =>
  Object.values(all["helm_release"] ?? {}).find(
    (release) => release["name"] === name,
  );

const named = ({ metrics, logs, traces }: EnvironmentConfig): string =>
  `${metrics.kind}, logs ${logs.kind} in ${logs.storage.kind}, traces ${traces.kind} in ${traces.storage.kind}`;

it("has values for each combination, none of which another signal changes", () => {
  expect(COMBINATIONS).toHaveLength(48);
  const texts = (make: (environment: EnvironmentConfig) => unknown) =>
    new Set(COMBINATIONS.map((one) => JSON.stringify(make(one)))).size;
  expect(texts(lokiValues)).toBe(3);
  expect(texts((one) => tempoValues(one, services))).toBe(4);
  // An archive that something reads is written in the same way.
  expect(texts((one) => kubePrometheusStackValues(one, services))).toBe(3);
});

it.each(EACH_WAY.map((one) => [named(one), one] as const))(
  "is synthesised: %s",
  (_, environment) => {
    synthesised({ environments: [plain(environment)], services }, (outdir) => {
      const { resource } = stackOf(outdir);
      expect(released(resource, "loki")).toMatchObject({
        chart: "loki",
        version: LOKI.version,
      });
      const { chart, version } = tempoChart(environment);
      expect(released(resource, "tempo")).toMatchObject({ chart, version });
      const values = [...filesOf(outdir)].find(([path]) =>
        path.endsWith("values/tempo.json"),
      );
      expect(JSON.parse(values?.[1] ?? "")).toEqual(
        JSON.parse(JSON.stringify(tempoValues(environment, services))),
      );
    });
  },
);

it("asks Mimir with its tenant, and leaves Prometheus where dashboards and rules ask it", () => {
  synthesised(
    { environments: [plain(productionWith({ metrics: mimir }))], services },
    (outdir) => {
      const sources = Object.values(
        stackOf(outdir).resource["grafana_data_source"] ?? {},
      );
      const of = (uid: string) => sources.find((one) => one["uid"] === uid);
      const long = of("long-term-metrics");
      expect(long).toMatchObject({ url: mimir.queryUrl, type: "prometheus" });
      expect(JSON.parse(String(long?.["json_data_encoded"]))).toMatchObject({
        prometheusType: "Mimir",
        manageAlerts: false,
        httpHeaderName1: "X-Scope-OrgID",
      });
      expect(JSON.parse(String(long?.["secure_json_data_encoded"]))).toEqual({
        httpHeaderValue1: "production",
      });
      expect(of("prometheus")).toMatchObject({
        is_default: true,
        url: "http://kps-prometheus.monitoring.svc.cluster.local:9090",
      });
      expect(of("prometheus")).not.toHaveProperty("secure_json_data_encoded");
    },
  );
});
