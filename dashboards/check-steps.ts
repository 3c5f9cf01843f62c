import { decimal } from "../model/decimal";
import type { Panel, ThresholdStep, Unit } from "../model/dashboard";
import type { EnvironmentConfig } from "../model/environment";
import { everyAlert } from "../model/every-alert";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { thresholdText } from "../model/threshold";
import type { Threshold } from "../model/threshold";
import { alertOfStep, limitInUnit, limitsOf, stepLimit } from "./thresholds";
import type { Limits } from "./thresholds";

/** Kinds of limit that make sense in a unit; a share above one cannot be written as a ratio. */
const KINDS: Readonly<Record<Unit, readonly Threshold["kind"][]>> = {
  short: ["count"],
  none: ["count"],
  percentunit: ["ratio", "count"],
  reqps: ["count"],
  ops: ["count"],
  cps: ["count"],
  cpm: ["count"],
  s: ["duration"],
  d: ["duration"],
  bytes: ["bytes"],
  Bps: ["bytes"],
  bool_yes_no: ["count"],
  bool_on_off: ["count"],
  dateTimeFromNow: [],
  currencyUSD: ["count"],
};

/** Mistakes of all limits of a panel: its own, and those of single queries. */
export const checkSteps = (
  path: string,
  panel: Panel,
  service: Service,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  limitsOf(panel).flatMap(({ query, ...limits }) =>
    checkLimits(
      query === undefined ? path : `${path} query ${query}`,
      limits,
      service,
      environments,
    ),
  );

/** Mistakes of threshold steps: what they name, their unit, and their order in each environment. */
function checkLimits(
  path: string,
  { thresholds, unit }: Limits,
  service: Service,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] {
  if (thresholds.kind === "none") return [];
  if (thresholds.steps.length === 0) {
    return [
      {
        path,
        message: "thresholds have no step",
        next: 'add one, or say { kind: "none" }',
      },
    ];
  }
  const named = thresholds.steps.flatMap((step) =>
    checkNames(path, step, service),
  );
  if (named.length > 0) return named;
  if (thresholds.steps.every((step) => "from" in step)) {
    return checkValues(
      path,
      thresholds.steps.map(({ from }) => from),
      unit,
    );
  }
  return environments.flatMap((environment) =>
    checkValues(
      `${path} in ${environment.name}`,
      thresholds.steps.flatMap(
        (step) => stepLimit(step, service, environment) ?? [],
      ),
      unit,
    ),
  );
}

function checkNames(
  path: string,
  step: ThresholdStep,
  service: Service,
): readonly Problem[] {
  if ("from" in step) return [];
  const alert = alertOfStep(step, service);
  if (alert === undefined) {
    return [
      {
        path,
        message: "a threshold names an alert that the service does not have",
        got: step.alert,
        allowed:
          everyAlert(service)
            .map(({ name }) => name)
            .join(", ") || "none",
        next: "correct the name, or write the value",
      },
    ];
  }
  const names = Object.keys(alert.thresholds ?? {});
  return names.includes(step.threshold)
    ? []
    : [
        {
          path,
          message: `the alert "${alert.name}" has no such threshold`,
          got: step.threshold,
          allowed: names.join(", ") || "none",
          next: "correct the name, or write the value",
        },
      ];
}

function checkValues(
  path: string,
  limits: readonly Threshold[],
  unit: Unit,
): readonly Problem[] {
  const foreign = limits.find(({ kind }) => !KINDS[unit].includes(kind));
  if (foreign !== undefined) {
    return [
      {
        path,
        message: `a threshold is no value of the unit "${unit}"`,
        got: `${foreign.kind} ${thresholdText(foreign)}`,
        allowed: KINDS[unit].join(" or "),
        next: "write it in the panel's unit, or correct the unit",
      },
    ];
  }
  const values = limits.map((limit) => limitInUnit(limit, unit));
  return values.every(
    (value, index) => value > (values[index - 1] ?? -Infinity),
  )
    ? []
    : [
        {
          path,
          message: "threshold steps must ascend",
          got: values.map(decimal).join(", "),
          next: "order them; overrides of the environment count",
        },
      ];
}
