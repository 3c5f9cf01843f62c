import type { EnvironmentConfig } from "../../model/environment";
import { clusterUrl } from "../parts/cluster-url";
import { KUBE_PROMETHEUS_STACK } from "./chart";

const { ports, release } = KUBE_PROMETHEUS_STACK;

/** Prometheus and Alertmanager inside the cluster. */
export const kubePrometheusStackAddresses = (
  environment: EnvironmentConfig,
) => ({
  prometheus: clusterUrl(
    environment,
    `${release}-prometheus`,
    ports.prometheus,
  ),
  alertmanager: clusterUrl(
    environment,
    `${release}-alertmanager`,
    ports.alertmanager,
  ),
});
