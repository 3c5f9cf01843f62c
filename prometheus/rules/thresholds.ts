import type { Alert, AlertDefinition } from "../../model/alert";
import type { AlertProof } from "../../model/alert-proof";
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

/** The cases that prove an alert in one environment, with the thresholds in force there. */
export function proofIn(
  environment: Pick<EnvironmentConfig, "thresholds">,
  system: string,
  alert: Alert,
): AlertProof {
  const { proof, proofFor, name } = alert;
  const isOverridden = environment.thresholds.some(
    (override) => override.system === system && override.alert === name,
  );
  return proofFor !== undefined && isOverridden
    ? proofFor(thresholdsIn(environment, system, alert))
    : proof;
}
