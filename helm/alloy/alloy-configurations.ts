import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { prometheusWriteUrls } from "../kube-prometheus-stack/prometheus-write-urls";
import { serviceUrls } from "../parts/service-urls";
import { gatewayConfiguration } from "./gateway-configuration";
import { GATEWAY_SERVICE } from "./gateway-ports";
import { logsConfiguration } from "./logs-configuration";

/** Configuration of the collector on every node, with the addresses of an environment. */
export const alloyLogsConfiguration = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): string =>
  logsConfiguration(services, {
    lokiPush: serviceUrls(environment).lokiPush,
    environment: environment.name,
    cluster: environment.cluster.name,
  });

/** Configuration of the gateway, with the addresses of an environment. */
export function alloyGatewayConfiguration(
  environment: EnvironmentConfig,
  services: readonly Service[],
): string {
  const urls = serviceUrls(environment);
  return gatewayConfiguration(services, {
    lokiPush: urls.lokiPush,
    tempoOtlpGrpc: urls.tempoOtlpGrpc,
    prometheusWrite: prometheusWriteUrls(environment),
    replicas: {
      host: `${GATEWAY_SERVICE}-cluster.${environment.namespace}.svc.cluster.local`,
      count: environment.alloy.gateway.replicas,
    },
    traces: environment.traces,
    environment: environment.name,
    cluster: environment.cluster.name,
  });
}
