import type { EnvironmentConfig } from "../../model/environment";
import { GRAFANA } from "../grafana/chart";
import { kubePrometheusStackAddresses } from "../kube-prometheus-stack/addresses";
import { lokiAddresses } from "../loki/addresses";
import { PUSHGATEWAY } from "../pushgateway/chart";
import { tempoAddresses } from "../tempo/addresses";
import { clusterUrl } from "./cluster-url";

/** Addresses inside the cluster, derived from the names of the releases. */
export const serviceUrls = (environment: EnvironmentConfig) => ({
  ...kubePrometheusStackAddresses(environment),
  grafana: clusterUrl(environment, GRAFANA.release, GRAFANA.ports.service),
  pushgateway: clusterUrl(
    environment,
    PUSHGATEWAY.release,
    PUSHGATEWAY.ports.http,
  ),
  ...lokiAddresses(environment),
  ...tempoAddresses(environment),
});
