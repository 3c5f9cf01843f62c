import { GATEWAY_PORTS, GATEWAY_SERVICE } from "./gateway-ports";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alloyGatewayConfiguration } from "./alloy-configurations";
import { alloyValues } from "./alloy-values";
import { ALLOY_GATEWAY } from "./chart";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";

/**
 * Alloy as the gateway that applications send OTLP and Jaeger to. Its Service has the short name
 * that applications are configured with. Clustering creates the headless Service by which replicas
 * find each other, so that all spans of a trace meet at one replica.
 * @see https://github.com/grafana/alloy/blob/main/operations/helm/charts/alloy/values.yaml
 */
export function alloyGatewayValues(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values {
  const { gateway } = environment.alloy;
  const replicated = gateway.replicas > 1;
  return {
    fullnameOverride: GATEWAY_SERVICE,
    ...alloyValues(environment, {
      configuration: alloyGatewayConfiguration(environment, services),
      resources: gateway.resources,
      alloy: {
        clustering: { enabled: true, name: ALLOY_GATEWAY.release },
        extraPorts: Object.entries(GATEWAY_PORTS).map(
          ([name, { port, protocol }]) => ({
            name,
            port,
            targetPort: port,
            protocol,
          }),
        ),
      },
      controller: {
        type: "deployment",
        replicas: gateway.replicas,
        podDisruptionBudget: replicated
          ? { enabled: true, maxUnavailable: 1 }
          : { enabled: false },
        topologySpreadConstraints: zoneSpread(gateway.replicas, {
          "app.kubernetes.io/instance": ALLOY_GATEWAY.release,
        }),
        // Long enough to flush: traces that still wait are decided at once, on the spans received
        // so far.
        terminationGracePeriodSeconds: 60,
      },
      rbac: {
        rules: [
          {
            apiGroups: [""],
            resources: ["pods"],
            verbs: ["get", "list", "watch"],
          },
        ],
        clusterRules: [
          {
            apiGroups: [""],
            resources: ["namespaces"],
            verbs: ["get", "list", "watch"],
          },
        ],
      },
    }),
  };
}
