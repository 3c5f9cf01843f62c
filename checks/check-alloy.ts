import { checkConfiguration } from "../helm/alloy/check-configuration";
import {
  alloyGatewayConfiguration,
  alloyLogsConfiguration,
} from "../helm/alloy/alloy-configurations";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/**
 * What Alloy is given in an environment holds together. Alloy says so only when it starts, and then
 * runs on with what it had before.
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
