import type {
  MetricQuery,
  PanelDeclaration,
  PanelThresholds,
} from "../model/dashboard";

/** An alert of the same service, and which of its limits. */
interface AlertLimit {
  readonly alert: string;
  readonly threshold: string;
}

/** Red from an alert's limit upwards. */
export const redAbove = ({
  alert,
  threshold,
}: AlertLimit): PanelThresholds => ({
  kind: "steps",
  base: "green",
  steps: [{ colour: "red", alert, threshold }],
});

/** Red below an alert's limit. */
export const redBelow = ({
  alert,
  threshold,
}: AlertLimit): PanelThresholds => ({
  kind: "steps",
  base: "red",
  steps: [{ colour: "green", alert, threshold }],
});

/** Queries by their legend: `{ "5 m": "shop:api_availability:ratio_rate5m" }`. */
export type ByLegend = Readonly<Record<string, string>>;

const queries = (byLegend: ByLegend): readonly MetricQuery[] =>
  Object.entries(byLegend).map(([legend, expr]) => ({ expr, legend }));

/** Fields of every panel, whatever its kind. */
type PanelFields = Omit<PanelDeclaration, "visualisation" | "queries">;

/**
 * A time series panel with one or several lines for each legend: percentiles of two windows, a
 * gauge by label (`{ "{{pod}}": … }`).
 */
export const lines = ({
  shows,
  ...fields
}: PanelFields & { readonly shows: ByLegend }): PanelDeclaration => ({
  ...fields,
  queries: queries(shows),
});

/** Current numbers, side by side: a ratio over three windows. */
export const numbers = ({
  shows,
  ...fields
}: PanelFields & { readonly shows: ByLegend }): PanelDeclaration => ({
  ...fields,
  visualisation: { kind: "stat" },
  queries: queries(shows),
});

/** Rates of all requests and of failed ones. */
export const rateAndErrors = ({
  total,
  bad,
  ...fields
}: Pick<PanelDeclaration, "id" | "number" | "title" | "description"> & {
  /** Name of the recorded rate of all requests. */
  readonly total: string;
  /** Name of the recorded rate of failed requests. */
  readonly bad: string;
}): PanelDeclaration =>
  lines({
    ...fields,
    unit: "reqps",
    noValue: "No requests counted",
    shows: { requests: total, errors: bad },
  });
