import type { EnvironmentConfig } from "../../model/environment";
import { CHARTS } from "../chart-versions";

/**
 * Where series are pushed: to each replica of Prometheus by its own name. The Service would give them to one replica or
 * the other, and each of the two would hold half of them.
 */
export const prometheusWriteUrls = ({
  prometheus,
  namespace,
}: EnvironmentConfig): readonly string[] =>
  Array.from({ length: prometheus.replicas }, (_, replica) => {
    const pod = `prometheus-${CHARTS.kubePrometheusStack.release}-prometheus-${String(replica)}`;
    return `http://${pod}.prometheus-operated.${namespace}.svc.cluster.local:9090/api/v1/write`;
  });
