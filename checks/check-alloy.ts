import { checkConfiguration } from "../helm/alloy/check-configuration";
import {
  alloyGatewayConfiguration,
  alloyLogsConfiguration,
} from "../helm/alloy/alloy-configurations";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/**
 * Checks Alloy's configuration in an environment. Alloy itself reports a broken one only when it
 * loads it, and then keeps running with the old one.
 */
export const checkAlloy = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] => [
  ...checkConfiguration(
    `alloy-logs of ${environment.name}`,
    alloyLogsConfiguration(environment, services),
  ),
  ...checkConfiguration(
    `alloy-gateway of ${environment.name}`,
    alloyGatewayConfiguration(environment, services),
  ),
];
