import type { AlertDefinition } from "../../model/alert";
import type { EnvironmentConfig } from "../../model/environment";
import type { Threshold } from "../../model/threshold";

/** The thresholds of an alert in one environment: its own, or the environment's overrides. */
export function thresholdsIn(
  environment: Pick<EnvironmentConfig, "thresholds">,
  system: string,
  alert: AlertDefinition,
): Readonly<Record<string, Threshold>> {
  const overrides = environment.thresholds
    .filter(
      (override) => override.system === system && override.alert === alert.name,
    )
    .map((override) => [override.threshold, override.value] as const);
  return { ...alert.thresholds, ...Object.fromEntries(overrides) };
}
