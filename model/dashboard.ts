import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { Threshold } from "./threshold";

/**
 * Who may open a dashboard: `public` is every signed-in user, the others are Grafana teams of that
 * name. Nobody may edit: dashboards are code.
 */
export type AccessClass =
  "public" | "engineering" | "product" | "business" | "product-business";

/**
 * Grafana's unit ids that are in use here.
 * @see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit
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
 * One step: from this value upwards the panel has that colour. The value is written, or read from
 * an alert.
 */
export type ThresholdStep =
  | { readonly colour: Colour; readonly from: Threshold }
  | {
      readonly colour: Colour;
      /** Name of an alert of the same service. */
      readonly alert: string;
      /** Which of its named thresholds. */
      readonly threshold: string;
    };

/** Where a value turns good or bad; said explicitly when nowhere. */
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
  /** Legend with `{{label}}` templates. @default the series' labels */
  readonly legend?: string;
  /** Draw on the right axis, in a unit of its own. @default left, in the panel's unit */
  readonly rightAxis?: { readonly unit: Unit };
  /** Limits of this query alone, in its own unit. @default the panel's */
  readonly thresholds?: PanelThresholds;
}

/** A LogQL query of a panel: lines for a panel that lists them, numbers for any other. */
export interface LogPanelQuery {
  readonly kind: "logql";
  readonly expr: string;
  /** Legend of numbers with `{{label}}` templates. @default the labels */
  readonly legend?: string;
  /** Lines that are shown at most, the newest first. @default 100 */
  readonly maxLines?: number;
}

/** A TraceQL query of a panel: a list of traces, or numbers that are measured from spans. */
export interface TracePanelQuery {
  readonly kind: "traceql";
  readonly expr: string;
  /** Traces that are shown at most. @default 20 */
  readonly limit?: number;
}

/**
 * Who calls whom, as Tempo's metrics of traces say: parts of a system, what they call, and what
 * calls them.
 */
export interface ServiceMapQuery {
  readonly kind: "service-map";
  /** RE2 of the parts' names, all of a name: `shop(-.+)?`. */
  readonly expr: string;
}

/**
 * A query of a panel. All queries of one panel are of one kind, since each kind has a store of its
 * own.
 */
export type PanelQuery =
  MetricQuery | LogPanelQuery | TracePanelQuery | ServiceMapQuery;

/** The language of a query, which tells the store that answers it. */
export const languageOf = (
  query: Pick<PanelQuery, "kind">,
): NonNullable<PanelQuery["kind"]> => query.kind ?? "promql";

/** Those of a panel's queries that read metrics. */
export const metricQueries = (
  queries: readonly PanelQuery[],
): readonly MetricQuery[] =>
  queries.flatMap((query) =>
    query.kind === undefined || query.kind === "promql" ? [query] : [],
  );

/**
 * Where a dial or a bar is empty and where it is full, in the panel's unit. Grafana alone would
 * take the least and the greatest series of the moment, so that of 55 % beside 83 % one is empty
 * and the other full.
 */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** What a panel is drawn as. */
export type Visualisation =
  | {
      readonly kind: "timeseries";
      readonly stacked?: boolean;
      /**
       * Where the axis begins: a share near 1 is a flat line when it begins at zero. @default
       * "zero"
       */
      readonly axisFrom?: "zero" | "lowest";
    }
  | { readonly kind: "stat" }
  /**
   * A dial for each series. @default from 0 to 1 where the unit is a share; every other unit needs
   * a scale
   */
  | ({ readonly kind: "gauge" } & Partial<Scale>)
  /**
   * A bar for each series. @default from 0 to 1 where the unit is a share; every other unit needs a
   * scale
   */
  | ({ readonly kind: "bargauge" } & Partial<Scale>)
  | { readonly kind: "piechart" }
  | { readonly kind: "table" }
  | { readonly kind: "heatmap" }
  | { readonly kind: "state-timeline" }
  /** Log lines, the newest first. */
  | { readonly kind: "logs" }
  /** A table of traces, each with the way into it. */
  | { readonly kind: "traces" }
  /** Parts as circles with their errors and times, and lines between those that call each other. */
  | { readonly kind: "node-graph" }
  | {
      readonly kind: "barchart";
      /** One bar for each of these, at its end; the panel's `over` holds several. */
      readonly every: Duration;
      readonly stacked?: boolean;
    }
  | {
      /**
       * Bars of the present, or of what happened in the time shown: one for each value of a label.
       */
      readonly kind: "bars";
      /**
       * Label whose values are shown in each bar, one above the other. @default a bar is one colour
       */
      readonly stackedBy?: string;
      /** The label that has a bar for each of its values. */
      readonly of: string;
    }
  /** Sentences and no query. */
  | { readonly kind: "text"; readonly advice: readonly Advice[] };

/** What to do, in a text panel. */
export interface Advice {
  /** One sentence or two, without Markdown. */
  readonly text: string;
  /**
   * Name of an alert of the same service that says when: its state and its runbook are linked.
   * @default none
   */
  readonly alert?: string;
}

/** A value that is shown as a word. */
export interface ValueText {
  readonly value: number;
  readonly text: string;
  readonly colour: Colour;
}

/** One picture. */
export interface Panel {
  /** What messages call it: kebab case, unique in its dashboard. */
  readonly id: string;
  /**
   * Grafana's number of the panel, which stands in links that people share (`?viewPanel=3`). Once
   * stated it stays.
   * @default the first that no other panel of the dashboard has, in the order in which they stand
   */
  readonly number?: number;
  readonly title: string;
  /** @default lines over time */
  readonly visualisation: Visualisation;
  readonly unit: Unit;
  /** Digits after the point. @default Grafana's choice */
  readonly decimals?: number;
  /** @default none */
  readonly thresholds: PanelThresholds;
  /** Values that stand for something, with the word and its colour. @default none */
  readonly valueMappings?: readonly ValueText[];
  readonly queries: readonly PanelQuery[];
  /** What the picture tells, one sentence. */
  readonly description: string;
  /** Text when there is no sample. @default "No data" */
  readonly noValue?: string;
  /**
   * Length of time that is shown while the page shows the last hours; a stretch that a reader marks
   * wins. @default that of the page
   */
  readonly over?: Duration;
  /** Columns of 24. @default 12, a stat 6 */
  readonly width?: number;
  /** Heading above it, which it shares with those beside it that name the same. @default none */
  readonly row?: string;
}

/** A choice at the top of a dashboard, filled from the values of a label. */
export interface LabelChoice {
  readonly kind?: "label";
  readonly name: string;
  readonly label: string;
  /** Metric whose label values are offered. */
  readonly metric: string;
  /** The label. */
  readonly values: string;
}

/** Something that a reader types at the top of the page, and that a query reads as `$name`. */
export interface TypedInput {
  /** Snake case. */
  readonly name: string;
  /** What stands beside the field. */
  readonly label: string;
}

/** A choice or a field at the top of a dashboard. */
export type DashboardVariable =
  LabelChoice | (TypedInput & { readonly kind: "typed" });

/** A page of panels. */
export interface Dashboard {
  /** 1 to 40 of `a-z 0-9 - _`; it is the address, so it never changes. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /**
   * How often an open page reads again; shorter than the scrape interval shows nothing newer.
   * @default 30 seconds
   */
  readonly refresh: Duration;
  /** @default "engineering" */
  readonly access: AccessClass;
  /**
   * A page that was there before, by the name of one of the system's `systemUrls`: the output
   * `urls` tells its owner where to redirect it.
   * @default none
   */
  readonly replaces?: string;
  readonly variables?: readonly DashboardVariable[];
  readonly panels: readonly Panel[];
}

/** A panel as it is declared. */
export type PanelDeclaration = Defaulted<Panel, "visualisation" | "thresholds">;

/** A page as it is declared. */
export interface DashboardDeclaration extends Omit<
  Defaulted<Dashboard, "refresh" | "access">,
  "panels"
> {
  readonly panels: readonly PanelDeclaration[];
}
