import { open, values } from "../../../../model/label-values";
import { counter, gauge } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import type { Service } from "../../../../model/service";
import { exposition } from "../../../support/exposition";
import { market } from "../../../support/organisation/services";

/** Kind of pods. */
export const API = "market-api";
/** Another kind of pods. */
export const WORKER = "market-worker";

/** What both kinds of pods of the market expose, each its own part, and one metric both. */
const metrics: MetricContract = {
  ...Object.fromEntries(
    Object.entries(market.metrics).map(([name, metric]) => [
      name,
      { ...metric, exposedBy: [API] },
    ]),
  ),
  market_parcels_total: counter({
    help: "Parcels packed",
    labels: {
      stall: open({ upTo: 2, examples: ["fish", "fruit"] }),
      outcome: values("", "late"),
    },
    exposedBy: [WORKER],
  }),
  market_open: gauge({ help: "Whether it is open" }),
};

/** Changes the lines of what one kind of pod exposes. */
type Change = (lines: readonly string[], app: string) => readonly string[];

const asDeclared: Change = (lines) => lines;
const replaced =
  (from: RegExp, to: string): Change =>
  (lines) =>
    lines.map((line) => line.replace(from, to));
const without =
  (line: RegExp): Change =>
  (lines) =>
    lines.filter((each) => !line.test(each));
const more =
  (only: string, ...added: readonly string[]): Change =>
  (lines, app) =>
    app === only ? [...lines, ...added] : lines;

/** One way in which what runs may differ from the contract. */
interface Case {
  readonly what: string;
  readonly change: Change;
  /** Further metrics of the contract. @default none */
  readonly contract?: MetricContract;
  /** Subject and what was found of all that is open. */
  readonly open?: readonly (readonly [string, string])[];
  /** The same of what is noted, besides that nobody reads two of the metrics. */
  readonly noted?: readonly (readonly [string, string])[];
}

/** Each by itself is what one system shows. */
export const CASES: readonly Case[] = [
  { what: "everything as declared", change: asDeclared },
  {
    what: "a renamed value",
    change: replaced(/(parcels_total.*)outcome="late"/, '$1outcome="tardy"'),
    open: [
      [
        'market_parcels_total label "outcome"',
        'its values include "tardy"; allowed: "", "late"',
      ],
    ],
  },
  {
    what: "a value that is not of the pattern",
    change: replaced(/(requests_total.*)status="500"/, '$1status="5xx"'),
    open: [
      [
        'market_http_requests_total label "status"',
        'its values include "5xx"; allowed: values of the pattern [1-5][0-9]{2}',
      ],
    ],
  },
  {
    what: "a dropped bucket",
    change: without(/duration_seconds_bucket.*le="0\.5"/),
    open: [
      [
        "market_http_request_duration_seconds buckets",
        "SETS of SETS label sets lack the bounds 0.5; allowed: the bounds 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, +Inf",
      ],
    ],
  },
  {
    what: "another bucket",
    change: replaced(/(duration_seconds_bucket.*)le="0\.5"/, '$1le="0.3"'),
    open: [
      [
        "market_http_request_duration_seconds buckets",
        "SETS of SETS label sets lack the bounds 0.5; the bounds 0.3 are not declared; allowed: the bounds 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, +Inf",
      ],
    ],
  },
  {
    what: "an added label",
    change: replaced(/^market_open\{/, 'market_open{region="eu",'),
    open: [
      [
        'market_open label "region"',
        'it is not declared; its values include "eu"; allowed: no labels but system, app, namespace, pod, container, job, instance',
      ],
    ],
  },
  {
    what: "a label that some series lack",
    change: replaced(/(parcels_total\{)stall="fish",?/, "$1"),
    open: [
      [
        'market_parcels_total label "stall"',
        "2 of 4 series lack it; allowed: every series has it",
      ],
    ],
  },
  {
    what: "more values than the bound",
    change: more(WORKER, 'market_parcels_total{stall="flowers"} 1'),
    open: [
      [
        'market_parcels_total label "stall"',
        '3 different values, among them "fish", "flowers", "fruit"; allowed: at most 2',
      ],
    ],
  },
  {
    what: "another type",
    change: asDeclared,
    // Prometheus merges the types of all targets, so only this case may have the name.
    contract: { market_mood: gauge({ help: "Mood", exposedBy: ["none"] }) },
    open: [
      ["market_mood type", "it is exposed as a counter; allowed: a gauge"],
      [
        `market_mood target "${API}"`,
        "it exposes the metric; allowed: exposed by none",
      ],
    ],
  },
  {
    what: "a metric that one of two kinds of pods lacks",
    change: (lines, app) =>
      app === WORKER ? without(/market_open/)(lines, app) : lines,
    open: [
      [
        `market_open target "${WORKER}"`,
        `it does not expose the metric, which others do; allowed: exposed by ${API}, ${WORKER}`,
      ],
    ],
  },
  {
    what: "a metric at a target that is not declared to have it",
    change: more(API, 'market_parcels_total{stall="fish"} 1'),
    open: [
      [
        `market_parcels_total target "${API}"`,
        `it exposes the metric; allowed: exposed by ${WORKER}`,
      ],
    ],
  },
  {
    what: "undeclared metrics",
    change: more(
      API,
      "# TYPE market_wait_seconds histogram",
      'market_wait_seconds_bucket{le="+Inf"} 1',
      "market_wait_seconds_sum 1",
      "market_wait_seconds_count 1",
      "market_stalls 3",
      "go_goroutines 9",
    ),
    noted: [
      [
        `target ${API}`,
        "it exposes 2 metrics that no contract declares: market_stalls, market_wait_seconds",
      ],
    ],
  },
  {
    what: "a metric that appears later",
    change: without(/market_refunds_total/),
    contract: {
      market_refunds_total: counter({
        help: "Refunds",
        appears: "after the first refund",
      }),
    },
    noted: [],
  },
];

/** Key of the system of a case. */
export const keyOf = (index: number): string => `market-${String(index)}`;

/** The systems, in the order of the cases. */
export const systems = CASES.map(({ contract = {} }, index): Service => ({
  ...market,
  key: keyOf(index),
  metrics: { ...metrics, ...contract },
}));

/** What a kind of pod of a case exposes. */
export function page(index: number, app: string): string {
  const { change = asDeclared } = CASES[index] ?? {};
  const declared = Object.fromEntries(
    Object.entries(systems[index]?.metrics ?? {}).filter(
      ([, { exposedBy }]) => exposedBy?.includes(app) ?? true,
    ),
  );
  const mood =
    CASES[index]?.what === "another type" && app === API
      ? ["# TYPE market_mood counter", "market_mood 1"]
      : [];
  return [...change(exposition(declared), app), ...mood, ""].join("\n");
}
