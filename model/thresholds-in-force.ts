import type { Alert, AlertDefinition } from "./alert";
import type { AlertProof } from "./alert-proof";
import type { EnvironmentConfig } from "./environment";
import type { Threshold } from "./threshold";

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

/** The expression of an alert in one environment, before its thresholds are filled in. */
export const exprIn = (
  environment: Pick<EnvironmentConfig, "thresholds">,
  system: string,
  alert: AlertDefinition,
): string =>
  alert.exprFor !== undefined && isOverridden(environment, system, alert)
    ? alert.exprFor(thresholdsIn(environment, system, alert))
    : alert.expr;

/** The cases that prove an alert in one environment, with the thresholds in force there. */
export const proofIn = (
  environment: Pick<EnvironmentConfig, "thresholds">,
  system: string,
  alert: Alert,
): AlertProof =>
  alert.proofFor !== undefined && isOverridden(environment, system, alert)
    ? alert.proofFor(thresholdsIn(environment, system, alert))
    : alert.proof;

const isOverridden = (
  { thresholds }: Pick<EnvironmentConfig, "thresholds">,
  system: string,
  { name }: AlertDefinition,
): boolean =>
  thresholds.some(
    (override) => override.system === system && override.alert === name,
  );
