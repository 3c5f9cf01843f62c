import { UNITS } from "../../dashboard";
import type {
  AccessClass,
  Advice,
  Colour,
  Dashboard,
  LabelChoice,
  LogLabelChoice,
  LogPanelQuery,
  MetricQuery,
  Panel,
  PanelThresholds,
  ServiceMapQuery,
  ThresholdStep,
  TracePanelQuery,
  TypedInput,
  Unit,
  ValueText,
  Visualisation,
} from "../../dashboard";
import type { Threshold } from "../../threshold";
import { STREAM_LABELS } from "../../stream-labels";
import { finite, whole } from "../values/quantities";
import { notEmpty } from "../values/texts";
import { must } from "../values/value-check";
import {
  boolean,
  duration,
  either,
  list,
  number,
  object,
  oneOfTexts,
  optional,
  record,
  text,
  threshold,
  union,
} from "./form";

const colour = oneOfTexts<Colour>("green", "yellow", "orange", "red", "blue");
const unit = oneOfTexts<Unit>(...UNITS);

const has =
  (field: string) =>
  (value: unknown): boolean =>
    typeof value === "object" && value !== null && field in value;

const isKind =
  (kind: string) =>
  (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    (!("kind" in value) || value.kind === kind);

const thresholds = union<PanelThresholds>({
  none: {},
  steps: {
    base: colour,
    steps: list(
      either(
        has("from"),
        object<Extract<ThresholdStep, { readonly from: unknown }>>({
          colour,
          from: threshold<Threshold>(),
        }),
        object<Extract<ThresholdStep, { readonly alert: string }>>({
          colour,
          alert: text(),
          threshold: text(),
        }),
      ),
    ),
  },
});

const query = either(
  isKind("promql"),
  object<MetricQuery>({
    kind: optional(oneOfTexts("promql")),
    expr: text(),
    allows: optional(record(text())),
    legend: optional(text()),
    rightAxis: optional(
      object<NonNullable<MetricQuery["rightAxis"]>>({ unit }),
    ),
    thresholds: optional(thresholds),
  }),
  union<LogPanelQuery | TracePanelQuery | ServiceMapQuery>({
    logql: {
      expr: text(),
      legend: optional(text()),
      maxLines: optional(number(whole(1, 5_000))),
    },
    traceql: { expr: text(), limit: optional(number(whole(1, 1_000))) },
    "service-map": { expr: text() },
  }),
);

const scale = {
  min: optional(number(finite)),
  max: optional(number(finite)),
};

const visualisation = union<Visualisation>({
  timeseries: {
    stacked: optional(boolean),
    axisFrom: optional(oneOfTexts("zero", "lowest")),
  },
  stat: {},
  gauge: scale,
  bargauge: scale,
  piechart: {},
  table: {},
  heatmap: {},
  "state-timeline": {},
  logs: {},
  traces: {},
  "node-graph": {},
  barchart: { every: duration(), stacked: optional(boolean) },
  bars: { stackedBy: optional(text()), of: text() },
  text: {
    advice: list(
      object<Advice>({ text: text(notEmpty), alert: optional(text()) }),
    ),
  },
});

const panel = object<Panel>({
  id: text(),
  number: optional(number(() => [])),
  title: text(),
  visualisation,
  unit,
  decimals: optional(number(whole(0, 10))),
  thresholds,
  valueMappings: optional(
    list(
      object<ValueText>({
        value: number(finite),
        text: text(notEmpty),
        colour,
      }),
    ),
  ),
  queries: list(query),
  description: text(),
  noValue: optional(text()),
  over: optional(duration()),
  width: optional(number(() => [])),
  row: optional(text(notEmpty)),
});

const variableName = text(
  must((name) => /^[a-z][a-z0-9_]*$/.test(name), {
    message: "is not the name of a variable",
    allowed: "a-z, 0-9 and _, beginning with a letter",
  }),
);

const variable = either(
  isKind("label"),
  object<LabelChoice>({
    kind: optional(oneOfTexts("label")),
    name: variableName,
    label: text(notEmpty),
    metric: text(),
    values: text(),
  }),
  union<LogLabelChoice | (TypedInput & { readonly kind: "typed" })>({
    "log-label": {
      name: variableName,
      label: text(notEmpty),
      streams: optional(text(notEmpty)),
      values: oneOfTexts(...STREAM_LABELS),
    },
    typed: { name: variableName, label: text(notEmpty) },
  }),
);

/** A dashboard, with its defaults. */
export const dashboardForm = object<Dashboard>({
  uid: text(),
  title: text(),
  description: text(),
  refresh: duration(),
  access: oneOfTexts<AccessClass>(
    "public",
    "engineering",
    "product",
    "business",
    "product-business",
  ),
  replaces: optional(text(notEmpty)),
  variables: optional(list(variable)),
  panels: list(panel),
});
