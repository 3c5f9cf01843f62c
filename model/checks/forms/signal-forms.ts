import type { LabelValues } from "../../label-values";
import { RETENTION_DAYS } from "../../metric";
import type { Metric, MetricFields, RetentionClass } from "../../metric";
import type { RecordingGroup, RecordingRule } from "../../recording-rule";
import type {
  BudgetedSlo,
  OutageSign,
  RequestSlo,
  Slo,
  ZeroToleranceSlo,
} from "../../slo";
import type {
  GaugeValue,
  Observed,
  Rate,
  TypicalCounter,
  TypicalGauge,
  TypicalHistogram,
} from "../../typical/typical";
import type { Priority } from "../../alert";
import { days } from "../../duration";
import { checkKebab } from "../names";
import { atMost } from "../values/kubernetes";
import { labelName } from "../values/labels";
import { between, finite, notNegative } from "../values/quantities";
import { notEmpty, reason } from "../values/texts";
import { path } from "./alert-form";
import {
  boolean,
  duration,
  list,
  number,
  object,
  oneOfTexts,
  optional,
  ratio,
  record,
  text,
  union,
  unionByType,
  unread,
} from "./form";
import type { Fields } from "./form";

const upTo = number(() => []);

const labelValues = union<LabelValues>({
  values: { values: list(text()) },
  pattern: { pattern: text(), upTo, examples: list(text()) },
  open: { upTo, examples: list(text()) },
});

const everyMetric: Fields<MetricFields> = {
  help: text(notEmpty),
  labels: optional(record(labelValues)),
  retention: optional(
    oneOfTexts(...(Object.keys(RETENTION_DAYS) as readonly RetentionClass[])),
  ),
  source: optional(oneOfTexts("application", "exporter", "push")),
  exposedBy: optional(list(text())),
  appears: optional(text(notEmpty)),
  foreignName: optional(text(reason)),
};

const rate = {
  perSecond: number(notNegative),
  counts: oneOfTexts<Rate["counts"]>("events", "amount"),
  scheduled: optional(boolean),
};
const level = {
  level: { low: number(finite), usual: number(finite), high: number(finite) },
  "last-run": { every: duration() },
  ahead: { by: duration() },
  age: { least: duration(), most: duration() },
};
const observations = {
  rate: union<Observed["rate"]>({ rate, "events-of": { counter: text() } }),
  least: optional(number(finite)),
  p50: number(finite),
  p95: number(finite),
  p99: number(finite),
};

const observed = optional(
  union<TypicalHistogram>({
    observed: observations,
    sets: { sets: record(union<Observed>({ observed: observations })) },
  }),
);

/** One metric of a contract. */
export const metricForm = unionByType<Metric>({
  counter: {
    ...everyMetric,
    typical: optional(
      union<TypicalCounter>({
        rate,
        sets: { sets: record(union<Rate>({ rate })) },
      }),
    ),
    born: optional(oneOfTexts("at-start", "at-first-event")),
  },
  gauge: {
    ...everyMetric,
    typical: optional(
      union<TypicalGauge>({
        ...level,
        "left-by": { part: text() },
        sets: { sets: record(union<GaugeValue>(level)) },
      }),
    ),
    partOf: optional(text()),
  },
  histogram: {
    ...everyMetric,
    typical: observed,
    buckets: list(number(() => [])),
  },
  summary: {
    ...everyMetric,
    typical: observed,
    quantiles: list(number(() => [])),
  },
});

const priority = oneOfTexts<Priority>("P0", "P1", "P2", "P3");
const example = record(number(finite));

const everySlo = {
  name: text(atMost(63)),
  description: text(notEmpty),
  origin: optional(oneOfTexts<"seed" | "derived">("seed", "derived")),
  period: duration(between(days(7), days(366))),
  bad: text(notEmpty),
  groupBy: optional(list(text(labelName))),
  page: priority,
  path: optional(path),
  unit: optional(text(notEmpty)),
  action: optional(text(notEmpty)),
  examples: object<Slo["examples"]>({
    good: example,
    bad: example,
    other: optional(example),
  }),
};

const budgetedSlo: Fields<Omit<RequestSlo, "kind">> = {
  ...everySlo,
  objective: ratio,
  total: text(notEmpty),
  volume: oneOfTexts<BudgetedSlo["volume"]>("normal", "low"),
  minimumBadEvents: optional(number(() => [])),
  expectsTraffic: optional(boolean),
  zeroFilled: optional(boolean),
  outage: optional(object<OutageSign>({ probe: text(notEmpty) })),
  calendar: optional(oneOfTexts<"month">("month")),
  statedBudget: optional(duration()),
};

/** An SLO, with its defaults. */
export const sloForm = union<Slo>({
  request: budgetedSlo,
  value: budgetedSlo,
  "zero-tolerance": {
    ...everySlo,
    outOf: optional(
      object<NonNullable<ZeroToleranceSlo["outOf"]>>({
        query: text(notEmpty),
        unit: text(notEmpty),
      }),
    ),
  },
});

/** A group of recording rules, with its defaults. */
export const recordingForm = object<RecordingGroup>({
  name: text((path, name) => checkKebab(path, "the name of a group", name)),
  interval: duration(),
  rules: list(
    object<RecordingRule>({
      record: text(),
      expr: text(notEmpty),
      allows: optional(record(text())),
      system: optional(oneOfTexts<"own" | "from-series">("own", "from-series")),
      proof: optional(unread()),
    }),
    (path, rules) =>
      rules.length > 0
        ? []
        : [
            {
              path,
              message: "is empty",
              next: "add a rule, or drop the group",
            },
          ],
  ),
});
