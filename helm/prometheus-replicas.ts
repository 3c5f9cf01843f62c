import type { EnvironmentConfig } from "../model/environment";
import { CHARTS } from "./chart-versions";

/**
 * Each replica of Prometheus by itself. What is pushed must reach all of them: through their common Service each sample would reach one,
 * and every graph would have holes.
 */
export const prometheusReplicas = (
  environment: EnvironmentConfig,
): readonly string[] => {
  const { release } = CHARTS.kubePrometheusStack;
  return Array.from(
    { length: environment.prometheus.replicas },
    (_, index) =>
      `http://prometheus-${release}-prometheus-${String(index)}.prometheus-operated.${environment.namespace}.svc.cluster.local:9090`,
  );
};
