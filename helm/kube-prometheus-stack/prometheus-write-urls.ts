import type { EnvironmentConfig } from "../../model/environment";
import { KUBE_PROMETHEUS_STACK } from "./chart";

const { ports, release } = KUBE_PROMETHEUS_STACK;

/**
 * Where series are pushed: to each replica of Prometheus by its own name. Through the Service, each
 * replica would receive only a part of them.
 */
export const prometheusWriteUrls = ({
  prometheus,
  namespace,
}: EnvironmentConfig): readonly string[] =>
  Array.from({ length: prometheus.replicas }, (_, replica) => {
    const pod = `prometheus-${release}-prometheus-${String(replica)}`;
    return `http://${pod}.prometheus-operated.${namespace}.svc.cluster.local:${String(ports.prometheus)}/api/v1/write`;
  });
