import type { Allowances } from "./allowances";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { StreamLabel } from "./stream-labels";
import type { Threshold } from "./threshold";

/**
 * Who may open a dashboard: `public` is every signed-in user, the others are Grafana teams of that
 * name. Nobody may edit: dashboards are code.
 */
export type AccessClass =
  "public" | "engineering" | "product" | "business" | "product-business";

/**
 * Grafana's unit ids that are in use here.
 * @see
 *   https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit
 */
export const UNITS = [
  "short",
  "none",
  "percentunit",
  "reqps",
  "ops",
  "cps",
  "cpm",
  "s",
  "d",
  "bytes",
  "Bps",
  "bool_yes_no",
  "bool_on_off",
  "dateTimeFromNow",
  "currencyUSD",
] as const;

/** One of {@link UNITS}. */
export type Unit = (typeof UNITS)[number];

/** Colours of threshold steps. */
export type Colour = "green" | "yellow" | "orange" | "red" | "blue";

/**
 * One step: from this value upwards the panel has that colour. The value is given, or read from an
 * alert.
 */
export type ThresholdStep =
  | { readonly colour: Colour; readonly from: Threshold }
  | {
      readonly colour: Colour;
      /** Name of an alert of the same service. */
      readonly alert: string;
      /** Name of one of its thresholds. */
      readonly threshold: string;
    };

/** The value at which a panel turns good or bad; "none" must be stated. */
export type PanelThresholds =
  | { readonly kind: "none" }
  | {
      readonly kind: "steps";
      /** Colour below the first step. */
      readonly base: Colour;
      /** Ascending. */
      readonly steps: readonly ThresholdStep[];
    };

/** A PromQL query of a panel. `$__rate_interval`, `$__range` and `$<variable>` are allowed. */
export interface MetricQuery {
  /** @default promql */
  readonly kind?: "promql";
  readonly expr: string;
  /** What its expression does on purpose although it is doubtful. @default nothing */
  readonly allows?: Allowances;
  /** Legend with `{{label}}` templates. @default the series' labels */
  readonly legend?: string;
  /** Use the right axis, with a unit of its own. @default left, in the panel's unit */
  readonly rightAxis?: { readonly unit: Unit };
  /** Limits of this query alone, in its own unit. @default the panel's */
  readonly thresholds?: PanelThresholds;
}

/** A LogQL query of a panel: log lines for a logs panel, numbers for any other. */
export interface LogPanelQuery {
  readonly kind: "logql";
  readonly expr: string;
  /** Legend of numbers with `{{label}}` templates. @default the labels */
  readonly legend?: string;
  /** Maximum number of lines, newest first. @default 100 */
  readonly maxLines?: number;
}

/** A TraceQL query of a panel: a list of traces, or metrics computed from spans. */
export interface TracePanelQuery {
  readonly kind: "traceql";
  readonly expr: string;
  /** Maximum number of traces. @default 20 */
  readonly limit?: number;
}

/**
 * Service graph from Tempo's metrics: the workloads of a system, what they call, and what calls
 * them.
 */
export interface ServiceMapQuery {
  readonly kind: "service-map";
  /** RE2 that matches the whole name of each workload: `shop(-.+)?`. */
  readonly expr: string;
}

/**
 * A query of a panel. All queries of one panel are of one kind, since each kind has its own data
 * source.
 */
export type PanelQuery =
  MetricQuery | LogPanelQuery | TracePanelQuery | ServiceMapQuery;

/** The query language, which determines the data source. */
export const languageOf = (
  query: Pick<PanelQuery, "kind">,
): NonNullable<PanelQuery["kind"]> => query.kind ?? "promql";

/** The PromQL queries among a panel's queries. */
export const metricQueries = (
  queries: readonly PanelQuery[],
): readonly MetricQuery[] =>
  queries.flatMap((query) =>
    query.kind === undefined || query.kind === "promql" ? [query] : [],
  );

/**
 * The minimum and maximum of a gauge or bar, in the panel's unit. By default Grafana takes the
 * least and greatest of the current values: with 55 % and 83 %, one bar would be empty and the
 * other full.
 */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** The visualisation of a panel. */
export type Visualisation =
  | {
      readonly kind: "timeseries";
      readonly stacked?: boolean;
      /**
       * Start of the axis: a ratio near 1 is a flat line on an axis that begins at zero.
       * @default "zero"
       */
      readonly axisFrom?: "zero" | "lowest";
    }
  | { readonly kind: "stat" }
  /**
   * A gauge for each series.
   * @default from 0 to 1 where the unit is a ratio; every other unit needs a scale
   */
  | ({ readonly kind: "gauge" } & Partial<Scale>)
  /**
   * A bar for each series.
   * @default from 0 to 1 where the unit is a ratio; every other unit needs a scale
   */
  | ({ readonly kind: "bargauge" } & Partial<Scale>)
  | { readonly kind: "piechart" }
  | { readonly kind: "table" }
  | { readonly kind: "heatmap" }
  | { readonly kind: "state-timeline" }
  /** Log lines, newest first. */
  | { readonly kind: "logs" }
  /** A table of traces, each with a link to it. */
  | { readonly kind: "traces" }
  /** Workloads as nodes with error rates and latencies, and calls as edges. */
  | { readonly kind: "node-graph" }
  | {
      readonly kind: "barchart";
      /** One bar for each interval, at its end; the panel's `over` holds several. */
      readonly every: Duration;
      readonly stacked?: boolean;
    }
  | {
      /**
       * Bars of the current values, or of the counts over the time shown: one bar for each label
       * value.
       */
      readonly kind: "bars";
      /** Label whose values are stacked in each bar. @default no stacking */
      readonly stackedBy?: string;
      /** The label that has a bar for each of its values. */
      readonly of: string;
    }
  /** Text without a query. */
  | { readonly kind: "text"; readonly advice: readonly Advice[] };

/** What to do, in a text panel. */
export interface Advice {
  /** One or two sentences, without Markdown. */
  readonly text: string;
  /**
   * Name of an alert of the same service that calls for it: its state and its runbook are linked.
   * @default none
   */
  readonly alert?: string;
}

/** A value that is shown as text. */
export interface ValueText {
  readonly value: number;
  readonly text: string;
  readonly colour: Colour;
}

/** One panel of a dashboard. */
export interface Panel {
  /** Key used in messages: kebab-case, unique in its dashboard. */
  readonly id: string;
  /**
   * Grafana's panel id, which shared links contain (`?viewPanel=3`). Once stated it must not
   * change.
   * @default the first number that no other panel of the dashboard has, in the order of declaration
   */
  readonly number?: number;
  readonly title: string;
  /** @default lines over time */
  readonly visualisation: Visualisation;
  readonly unit: Unit;
  /** Decimals. @default Grafana's choice */
  readonly decimals?: number;
  /** @default none */
  readonly thresholds: PanelThresholds;
  /** Values that are shown as text, with their colour. @default none */
  readonly valueMappings?: readonly ValueText[];
  readonly queries: readonly PanelQuery[];
  /** What the panel shows, one sentence. */
  readonly description: string;
  /** Text when there is no sample. @default "No data" */
  readonly noValue?: string;
  /**
   * Time range of the panel while the dashboard shows its default range; a range that a reader
   * selects overrides it.
   * @default that of the dashboard
   */
  readonly over?: Duration;
  /** Width in columns of 24. @default 12, a stat 6 */
  readonly width?: number;
  /** Row heading; neighbouring panels with the same one share it. @default none */
  readonly row?: string;
}

/** A dashboard variable, filled from the values of a label. */
export interface LabelChoice {
  readonly kind?: "label";
  readonly name: string;
  readonly label: string;
  /** Metric whose label values are offered. */
  readonly metric: string;
  /** The label. */
  readonly values: string;
}

/** A dashboard variable, filled from the values that a label of log streams has. */
export interface LogLabelChoice {
  readonly kind: "log-label";
  readonly name: string;
  readonly label: string;
  /** Streams whose values are offered, as a selector: `{system="shop"}`. @default all */
  readonly streams?: string;
  /** The label. */
  readonly values: StreamLabel;
}

/** A text variable: the reader types it and queries read it as `$name`. */
export interface TypedInput {
  /** snake_case. */
  readonly name: string;
  /** Label of the field. */
  readonly label: string;
}

/** A dashboard variable. */
export type DashboardVariable =
  LabelChoice | LogLabelChoice | (TypedInput & { readonly kind: "typed" });

/** A dashboard. */
export interface Dashboard {
  /** 1 to 40 of `a-z 0-9 - _`; part of the address, so it never changes. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /**
   * Refresh interval of an open dashboard; shorter than the scrape interval shows nothing newer.
   * @default 30 seconds
   */
  readonly refresh: Duration;
  /** @default "engineering" */
  readonly access: AccessClass;
  /**
   * A page that this dashboard replaces, by the name of one of the system's `systemUrls`: the
   * output `urls` lists where its owner should redirect it.
   * @default none
   */
  readonly replaces?: string;
  readonly variables?: readonly DashboardVariable[];
  readonly panels: readonly Panel[];
}

/** A panel as it is declared. */
export type PanelDeclaration = Defaulted<Panel, "visualisation" | "thresholds">;

/** A dashboard as it is declared. */
export interface DashboardDeclaration extends Omit<
  Defaulted<Dashboard, "refresh" | "access">,
  "panels"
> {
  readonly panels: readonly PanelDeclaration[];
}
