import { resultOf } from "../../../prometheus/cost/rule-result";
import { ANY_VALUE, keyOf } from "../../../prometheus/cost/known-series";
import type { SeriesOf } from "../../../prometheus/cost/known-series";

const SERIES: Readonly<Record<string, readonly Record<string, string>[]>> = {
  jobs_total: [
    { pod: "a", status: "ok" },
    { pod: "b", status: "ok" },
    { pod: "a", status: "failed" },
  ],
  job_seconds_bucket: [
    { pod: "a", le: "1" },
    { pod: "a", le: "+Inf" },
    { pod: "b", le: "1" },
    { pod: "b", le: "+Inf" },
  ],
  pod_info: [
    { pod: "a", node: "one" },
    { pod: "b", node: "two" },
  ],
  anything: [{ pod: ANY_VALUE, status: ANY_VALUE }],
  none: [],
};

/** A sample every 30 seconds. */
const seriesOf: SeriesOf = (name) =>
  SERIES[name]?.map((labels) => ({ labels, interval: 30 }));

it.each<
  [expr: string, sets: readonly Record<string, string>[], samples: number]
>([
  ["jobs_total", SERIES["jobs_total"] ?? [], 3],
  ['jobs_total{status!="ok"}', [{ pod: "a", status: "failed" }], 1],
  ['jobs_total{status=~"o.+",pod="b"}', [{ pod: "b", status: "ok" }], 1],
  ['{__name__="jobs_total",pod="b"}', [{ pod: "b", status: "ok" }], 1],
  ['jobs_total{other=""}', SERIES["jobs_total"] ?? [], 3],
  ["none", [], 0],
  ["sum by (pod) (rate(jobs_total[5m]))", [{ pod: "a" }, { pod: "b" }], 30],
  [
    "sum without (pod) (jobs_total)",
    [{ status: "ok" }, { status: "failed" }],
    3,
  ],
  ["sum(jobs_total)", [{}], 3],
  ["sum(none)", [], 0],
  ["topk by (pod) (1, jobs_total)", SERIES["jobs_total"] ?? [], 3],
  ["jobs_total offset 1d > 3", SERIES["jobs_total"] ?? [], 3],
  [
    "histogram_quantile(0.9, rate(job_seconds_bucket[1m]))",
    [{ pod: "a" }, { pod: "b" }],
    8,
  ],
  ["max_over_time(sum(jobs_total)[1h:10m])", [{}], 18],
  ["max_over_time(sum(jobs_total)[1h:])", [{}], 180],
  [
    "max_over_time(rate(jobs_total[1m])[10m:5m])",
    SERIES["jobs_total"] ?? [],
    12,
  ],
  ["vector(1)", [{}], 0],
  ["5 + 5", [], 0],
  ["absent(jobs_total)", [], 3],
  ["scalar(sum(jobs_total))", [], 3],
  ["sum(jobs_total) / scalar(sum(jobs_total))", [{}], 6],
  ["1 - sum(jobs_total)", [{}], 3],
  [
    'sum by (pod) (jobs_total{status="failed"}) / sum by (pod) (jobs_total)',
    [{ pod: "a" }],
    4,
  ],
  [
    'sum by (pod) (jobs_total{status="failed"}) or 0 * sum by (pod) (jobs_total)',
    [{ pod: "a" }, { pod: "b" }],
    4,
  ],
  [
    'pod_info and on (pod) jobs_total{status="failed"}',
    [{ pod: "a", node: "one" }],
    3,
  ],
  [
    'pod_info unless on (pod) (jobs_total{status="failed"} > 5)',
    SERIES["pod_info"] ?? [],
    3,
  ],
  [
    "jobs_total * on (pod) group_left (node) pod_info",
    [
      { pod: "a", status: "ok", node: "one" },
      { pod: "b", status: "ok", node: "two" },
      { pod: "a", status: "failed", node: "one" },
    ],
    5,
  ],
  [
    "pod_info * on (pod) group_right () jobs_total",
    SERIES["jobs_total"] ?? [],
    5,
  ],
  [
    'sum by (kind) (label_replace(jobs_total, "kind", "all", "", ""))',
    [{ kind: "all" }],
    3,
  ],
  [
    'sum by (kind) (label_replace(jobs_total, "kind", "$1", "status", "(.).*"))',
    [{ kind: "ok" }, { kind: "failed" }],
    3,
  ],
  [
    'sum by (both) (label_join(jobs_total, "both", "/", "pod", "status"))',
    [{ both: "a/ok" }, { both: "b/ok" }, { both: "a/failed" }],
    3,
  ],
  [
    'sum by (status) (anything{pod="a", status=~"x|y"})',
    [{ status: ANY_VALUE }],
    1,
  ],
  ['jobs_total # of all "pods"', SERIES["jobs_total"] ?? [], 3],
])("%s", (expr, sets, samples) => {
  const result = resultOf(expr, seriesOf, 60);
  expect(result.sets.map(keyOf).sort()).toEqual(sets.map(keyOf).sort());
  expect(result.samples).toBeCloseTo(samples);
  expect(result.unknown).toEqual([]);
});

it("names what it does not know, which counts as none", () => {
  expect(
    resultOf(
      "sum(jobs_total) + sum(never_heard_of) or {pod=~'.+'}",
      seriesOf,
      60,
    ),
  ).toEqual({ sets: [], samples: 3, unknown: ["never_heard_of", "{…}"] });
});

it("gives queries of one shape each their own values", () => {
  const of = (pod: string) =>
    resultOf(`jobs_total{pod="${pod}"}`, seriesOf, 60).sets.length;
  expect([of("a"), of("b"), of("c")]).toEqual([2, 1, 0]);
});
