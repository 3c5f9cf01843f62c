import type { EnvironmentConfig } from "../../model/environment";
import { clusterUrl } from "../parts/cluster-url";
import { LOKI } from "./chart";

/** Loki inside the cluster: its gateway, the same in every kind of log store. */
export function lokiAddresses(environment: EnvironmentConfig) {
  const loki = clusterUrl(
    environment,
    `${LOKI.release}-gateway`,
    LOKI.ports.gatewayService,
  );
  return {
    /** The gateway, without a path. */
    loki,
    lokiPush: `${loki}/loki/api/v1/push`,
  };
}
