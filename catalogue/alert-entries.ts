import { receiverFor } from "../alertmanager/receivers";
import type { AlertDefinition } from "../model/alert";
import { byName } from "./by-name";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { thresholdValue } from "../model/threshold";
import type { Threshold } from "../model/threshold";
import { alertLabels, alertsIn } from "../prometheus/rules/alert-rules";
import { logAlertsIn } from "../prometheus/rules/log-rules";
import { proofIn, thresholdsIn } from "../model/thresholds-in-force";
import { sloAlerts } from "../prometheus/slo/tier-alerts";
import type { AlertEntry, ProofEntry, ThresholdEntry } from "./alert-form";
import { linesProof, seriesProof } from "./proof-entry";

/** Every alert that an environment evaluates for a system, by name. */
export function alertEntries(
  environment: EnvironmentConfig,
  service: Service,
): readonly AlertEntry[] {
  const entry = (
    alert: AlertDefinition,
    kind: Pick<AlertEntry, "language" | "origin">,
    proof: ProofEntry | undefined,
  ): AlertEntry => alertEntry(environment, service, alert, { ...kind, proof });
  const entries = [
    ...alertsIn(environment, service).map((alert) =>
      entry(
        alert,
        { language: "promql", origin: "declared" },
        seriesProof(proofIn(environment, service.key, alert)),
      ),
    ),
    ...logAlertsIn(environment, service).map((alert) =>
      entry(
        alert,
        { language: "logql", origin: "declared" },
        linesProof(alert.proof),
      ),
    ),
    ...service.slos.flatMap((slo) =>
      sloAlerts(slo, service.key).map((alert) =>
        entry(alert, { language: "promql", origin: "slo" }, undefined),
      ),
    ),
  ];
  return entries
    .map((one) => ({ one, name: `${one.name} ${JSON.stringify(one.labels)}` }))
    .sort(byName(({ name }) => name))
    .map(({ one }) => one);
}

const alertEntry = (
  environment: EnvironmentConfig,
  service: Service,
  alert: AlertDefinition,
  kind: Pick<AlertEntry, "language" | "origin" | "proof">,
): AlertEntry => ({
  // In the order of their letters, in which the file has them: then nothing is copied.
  action: alert.action,
  dashboard: alert.dashboard,
  description: alert.description ?? alert.summary,
  expr: alert.expr,
  for: alert.for.toString(),
  keepFiringFor: alert.keepFiringFor?.toString(),
  labels: alertLabels(alert, service),
  language: kind.language,
  name: alert.name,
  origin: kind.origin,
  priority: alert.priority,
  proof: kind.proof,
  receiver:
    alert.system?.kind === "from-series"
      ? undefined
      : receiverFor(environment, service.key, alert.priority, alert.path),
  runbook: alert.runbook,
  severity: alert.severity,
  summary: alert.summary,
  thresholds: thresholdEntries(environment, service.key, alert),
});

const thresholdEntries = (
  environment: EnvironmentConfig,
  system: string,
  alert: AlertDefinition,
): Readonly<Record<string, ThresholdEntry>> =>
  Object.fromEntries(
    Object.entries(thresholdsIn(environment, system, alert)).map(
      ([name, threshold]) => [
        name,
        {
          of: threshold.kind === "count" ? threshold.of : undefined,
          overrides: overridden(environment, system, alert, name),
          unit: unitOf(threshold),
          value: thresholdValue(threshold),
        },
      ],
    ),
  );

const unitOf = ({ kind }: Threshold): ThresholdEntry["unit"] =>
  kind === "duration" ? "seconds" : kind;

/** What the declaration says, where the environment says otherwise. */
function overridden(
  { thresholds }: EnvironmentConfig,
  system: string,
  alert: AlertDefinition,
  name: string,
): ThresholdEntry["overrides"] {
  const declared = alert.thresholds?.[name];
  const override = thresholds.find(
    (one) =>
      one.system === system &&
      one.alert === alert.name &&
      one.threshold === name,
  );
  return declared === undefined || override === undefined
    ? undefined
    : { declared: thresholdValue(declared), reason: override.reason };
}
