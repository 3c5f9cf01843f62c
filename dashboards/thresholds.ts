import {
  FieldColorModeId,
  ThresholdsMode,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { ThresholdsConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import type { AlertDefinition } from "../model/alert";
import { assertNever } from "../model/assert-never";
import type { Colour, Panel, ThresholdStep, Unit } from "../model/dashboard";
import { days } from "../model/duration";
import type { DashboardSettings } from "./dashboard-settings";
import { everyAlert } from "../model/every-alert";
import type { Service } from "../model/service";
import { thresholdValue } from "../model/threshold";
import type { Threshold } from "../model/threshold";
import { thresholdsIn } from "../model/thresholds-in-force";
import { refId } from "./ref-id";

/** Colour of a panel that says nothing about good or bad. */
const NEUTRAL: Colour = "blue";

/** The alert whose limit a step shows, if it names one that exists. */
export const alertOfStep = (
  step: ThresholdStep,
  service: Service,
): AlertDefinition | undefined =>
  "alert" in step
    ? everyAlert(service).find(({ name }) => name === step.alert)
    : undefined;

/** The limit of a step as it holds in an environment, if what it names exists. */
export function stepLimit(
  step: ThresholdStep,
  service: Service,
  environment: DashboardSettings,
): Threshold | undefined {
  if ("from" in step) return step.from;
  const alert = alertOfStep(step, service);
  return alert === undefined
    ? undefined
    : thresholdsIn(environment, service.key, alert)[step.threshold];
}

/**
 * A limit in the unit of a panel. Metrics are in base units and so are limits; only days are not.
 */
export const limitInUnit = (limit: Threshold, unit: Unit): number =>
  limit.kind === "duration" && unit === "d"
    ? limit.milliseconds / days(1).milliseconds
    : thresholdValue(limit);

/** Limits with the unit in which they are shown. */
export type Limits = Pick<Panel, "id" | "thresholds" | "unit">;

/**
 * All limits of a panel: its own first, then those of queries that have others, with their letter.
 */
export const limitsOf = (
  panel: Panel,
): readonly (Limits & { readonly query?: string })[] => [
  panel,
  ...panel.queries.flatMap((query, index) =>
    "thresholds" in query
      ? [
          {
            query: refId(index),
            id: panel.id,
            thresholds: query.thresholds,
            unit: query.rightAxis?.unit ?? panel.unit,
          },
        ]
      : [],
  ),
];

/**
 * Steps as Grafana keeps them.
 * @throws Error when a step names an alert or a limit that does not exist, which the checks report
 *   before.
 */
export function thresholdsConfig(
  { id, thresholds, unit }: Limits,
  service: Service,
  environment: DashboardSettings,
): ThresholdsConfig {
  // Grafana takes the first step as "from minus infinity", whatever its value; it is left out when
  // written.
  const base = (color: Colour) => ({ color, value: null });
  if (thresholds.kind === "none") {
    return { mode: ThresholdsMode.Absolute, steps: [base(NEUTRAL)] };
  }
  const steps = thresholds.steps.map((step) => {
    const limit = stepLimit(step, service, environment);
    if (limit === undefined) {
      throw new Error(
        `panel "${id}" of services/${service.key}: no such limit: ${JSON.stringify(step)}`,
      );
    }
    return { color: step.colour, value: limitInUnit(limit, unit) };
  });
  return {
    mode: ThresholdsMode.Absolute,
    steps: [base(thresholds.base), ...steps],
  };
}

/** Colour mode: by value where the value matters, by series where several must be distinguished. */
export function colourMode(panel: Panel): FieldColorModeId {
  // The nodes of a service map are coloured by Tempo's error rates.
  switch (panel.visualisation.kind) {
    case "timeseries":
    case "barchart":
    case "bars":
    case "heatmap":
    case "node-graph":
      return FieldColorModeId.PaletteClassic;
    case "piechart":
    case "state-timeline":
      return panel.thresholds.kind === "none"
        ? FieldColorModeId.PaletteClassic
        : FieldColorModeId.Thresholds;
    case "stat":
    case "gauge":
    case "bargauge":
    case "table":
    case "logs":
    case "traces":
    case "text":
      return FieldColorModeId.Thresholds;
    default:
      return assertNever(panel.visualisation);
  }
}
