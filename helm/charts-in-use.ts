import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { deployedCharts } from "./deployed-charts";
import { exporterRelease } from "./exporter-release";
import { GRAFANA } from "./grafana/chart";
import { KUBE_PROMETHEUS_STACK } from "./kube-prometheus-stack/chart";
import { archiveName } from "./parts/chart";
import type { Chart } from "./parts/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "./prometheus-operator-crds/chart";

/** Installed by name, since others wait for them. */
const ALWAYS = [PROMETHEUS_OPERATOR_CRDS, KUBE_PROMETHEUS_STACK, GRAFANA];

/** Every chart that an environment installs, each version once, sorted by name. */
export function chartsInUse(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Chart[] {
  const used: readonly Chart[] = [
    ...ALWAYS,
    ...deployedCharts.flatMap(({ releases }) =>
      releases(environment, services).map(({ chart }) => chart),
    ),
    ...services.flatMap(({ exporters }) =>
      exporters.map((exporter) => exporterRelease(exporter).chart),
    ),
  ];
  return [
    ...new Map(used.map((chart) => [archiveName(chart), chart])).values(),
  ].sort((a, b) => archiveName(a).localeCompare(archiveName(b)));
}
