import type { AlertDeclaration } from "../../../../model/alert";
import type { InputSeries } from "../../../../model/alert-proof";
import { hours, minutes } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { counters } from "../../../../patterns/counters";
import type { Growth } from "../../../../patterns/counters";
import { eventCourses } from "../../../../patterns/events";
import { unrelatedSeries } from "../../../../patterns/series";
import { checks } from "../events";
import { volumeAlerts } from "./volume";

const NO_CHECKS =
  "a zero without any checks that it is taken from means nothing";

/** Checks of others on the same pipelines: seven a minute fail, and a thousand succeed. */
const checked = (good: Growth, bad: Growth): InputSeries =>
  counters([
    ...eventCourses({ ...checks, by: ["pipeline"] }, { good, bad }),
    ...unrelatedSeries(checks.good, checks.examples.good).map((example) => ({
      example,
      growth: good.map(([length]) => [length, 1000] as const),
    })),
  ]);

/** Checks that have only failed: there is no counter of successes, and there are no others. */
const onlyFailed = (values: string): InputSeries =>
  Object.fromEntries(
    Object.keys(checks.examples.bad)
      .filter((series) => (checks.examples.bad[series] ?? 0) > 0)
      .map((series) => [series, values]),
  );

/** Data of pipelines is wrong, old, of another schema, or too little. */
export const dataAlerts: readonly AlertDeclaration[] = [
  {
    name: "ChronosDataQualityCheckFailures",
    expr: `sum by (pipeline) (increase(data_quality_checks_total{system="chronos"}[1h]))
  - (
    sum by (pipeline) (increase(data_quality_check_success_total{system="chronos"}[1h]))
      or 0 * sum by (pipeline) (increase(data_quality_checks_total{system="chronos"}[1h]))
  ) > {failures}`,
    thresholds: { failures: count(0.5, "failed checks in an hour") },
    for: minutes(5),
    priority: "P2",
    summary:
      "{{ $value | humanize }} data quality checks of {{ $labels.pipeline }} failed in the last hour",
    description:
      "For 5 minutes at least one check of the last hour has failed: what the pipeline wrote may be wrong, and whoever reads it takes it on.",
    action: "See which check fails, and keep what it found from spreading.",
    runbook: "chronos/data-quality",
    proof: {
      fires: [
        {
          series: checked(
            [
              [65, 10],
              [10, 10],
            ],
            [
              [65, 0],
              [1, 1],
              [9, 0],
            ],
          ),
          before: "nothing",
          at: minutes(71),
          expect: [
            {
              labels: { pipeline: "orders" },
              summary:
                "1.017 data quality checks of orders failed in the last hour",
            },
          ],
          resolves: {
            series: checked([[70, 10]], [[70, 0]]),
            // The window no longer contains the minute of the failure.
            after: minutes(54),
          },
        },
        {
          series: onlyFailed("1000x65 1001+1x9"),
          before: "nothing",
          at: minutes(71),
          expect: [
            {
              labels: { pipeline: "orders" },
              summary:
                "6.102 data quality checks of orders failed in the last hour",
            },
          ],
          // The pods are gone; the window contains two samples for 59 minutes more.
          resolves: { series: onlyFailed("_x90"), after: minutes(59) },
        },
      ],
      quiet: [
        // Everything succeeds; others fail all the time.
        { series: checked([[90, 10]], [[90, 0]]), at: minutes(90) },
        // It failed more than an hour ago.
        {
          series: checked(
            [[150, 10]],
            [
              [5, 0],
              [1, 1],
              [144, 0],
            ],
          ),
          at: minutes(75),
        },
      ],
      equivalent: {
        "0.5 → 0.4": "checks are whole, and both lie below one",
        "0.5 → 0.625": "checks are whole, and both lie below one",
        "sum by (pipeline) (increase(data_qual…: avg (#3)":
          "zero times anything",
        'without system="chronos" (#3)': NO_CHECKS,
        "1h → 2h (#3)": NO_CHECKS,
      },
    },
  },
  gaugeLimit({
    name: "ChronosDataStale",
    gauge: 'data_freshness_lag_seconds{system="chronos"}',
    aggregation: "max",
    by: ["dataset"],
    labels: { dataset: "orders" },
    recorded: "chronos:data_freshness_lag_seconds:max",
    limit: { name: "lag", value: hours(2), comparison: ">" },
    for: minutes(15),
    priority: "P2",
    summary:
      "Dataset {{ $labels.dataset }} lags by {{ $value | humanizeDuration }}",
    description:
      "For 15 minutes the newest data of {{ $labels.dataset }} has been older than 2 hours: reports show an old state.",
    action: "Find the pipeline that writes it, and its last run.",
    runbook: "chronos/freshness",
  }),
  countAbove({
    bornAtFirstEvent: { system: "chronos" },
    name: "ChronosSchemaChangeDetected",
    counter: 'data_schema_changes_detected_total{system="chronos"}',
    example: {
      'data_schema_changes_detected_total{system="chronos", dataset="orders", change_type="removed"}': 1,
    },
    by: ["dataset", "change_type"],
    window: minutes(30),
    limit: { name: "changes", value: count(0, "changes in half an hour") },
    for: minutes(0),
    priority: "P2",
    summary:
      "Schema change ({{ $labels.change_type }}) in {{ $labels.dataset }}",
    description:
      "A column of {{ $labels.dataset }} has changed within the last half an hour ({{ $labels.change_type }}): whoever reads it may fail or misread it.",
    action: "Ask who reads the data set whether they know of it.",
    runbook: "chronos/schema-change",
  }),
  ...volumeAlerts,
];
