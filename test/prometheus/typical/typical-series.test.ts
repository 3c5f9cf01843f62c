import { values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Metric } from "../../../model/metric";
import {
  always,
  bySet,
  never,
  observed,
  perSecond,
  scheduled,
} from "../../../model/typical/typical";
import type { Rate } from "../../../model/typical/typical";
import { instancesOf } from "../../../prometheus/typical/instances";
import { seriesOf } from "../../../prometheus/typical/typical-series";
import { market } from "../../support/organisation/market";
import { wholeService } from "../../../model/whole-service";

const pods = [{ pod: "a" }, { pod: "b" }];
const HOUR = { at: 3600, busy: 3600 };
const START = { at: 0, busy: 0 };

const grown = (name: string, metric: Metric) =>
  seriesOf(name, metric, { [name]: metric }, pods).map(
    ({ name: series, labels, valueAt }) =>
      [series, labels, valueAt(HOUR) - valueAt(START)] as const,
  );

it("divides a counter among label sets and pods, and none begins at 0", () => {
  const metric = counter({
    help: "Jobs",
    labels: { status: values("ok", "failed") },
    typical: bySet({ 'status="ok"': perSecond(4), 'status="failed"': never }),
  });
  expect(grown("jobs_total", metric)).toEqual([
    ["jobs_total", { status: "ok", pod: "a" }, 7200],
    ["jobs_total", { status: "ok", pod: "b" }, 7200],
    ["jobs_total", { status: "failed", pod: "a" }, 0],
    ["jobs_total", { status: "failed", pod: "b" }, 0],
  ]);
  for (const { valueAt } of seriesOf("jobs_total", metric, {}, pods)) {
    expect(valueAt(START)).toBeGreaterThan(0);
  }
});

it("has the buckets, count and sum of a histogram, which agree", () => {
  const metric = histogram({
    help: "Time",
    buckets: [0.1, 0.5],
    typical: observed(perSecond(2), { p50: 0.1, p95: 0.5, p99: 0.9 }),
  });
  expect(
    grown("job_seconds", metric)
      .filter(([, labels]) => "pod" in labels && labels["pod"] === "a")
      .map(([name, labels, value]) => [name, labels["le"], Math.round(value)]),
  ).toEqual([
    ["job_seconds_bucket", "0.1", 1800],
    ["job_seconds_bucket", "0.5", 3420],
    ["job_seconds_bucket", "+Inf", 3600],
    ["job_seconds_count", undefined, 3600],
    ["job_seconds_sum", undefined, 731],
  ]);
});

it("writes a bound as Prometheus stores it", () => {
  const metric = histogram({
    help: "Time",
    buckets: [0.5, 1, 2_592_000],
    typical: observed(perSecond(2), { p50: 0.1, p95: 0.5, p99: 0.9 }),
  });
  expect(
    seriesOf("job_seconds", metric, {}, [{}]).flatMap(
      ({ labels: { le } }) => le ?? [],
    ),
  ).toEqual(["0.5", "1.0", "2.592e+06", "+Inf"]);
});

it("lets traffic follow the hour, and what a clock starts follow the clock", () => {
  const quiet = { at: 3600, busy: 360 };
  const growth = (typical: Rate) =>
    seriesOf("x_total", counter({ help: "", typical }), {}, [{}]).map(
      ({ valueAt }) => valueAt(quiet) - valueAt(START),
    );
  expect(growth(perSecond(1))).toEqual([360]);
  expect(growth(scheduled(perSecond(1)))).toEqual([3600]);
});

it("shows a gauge at each pod, and nothing where nothing is said", () => {
  const size = gauge({ help: "Size", typical: always(10) });
  expect(
    seriesOf("pool_size", size, {}, pods).map(({ valueAt }) => valueAt(HOUR)),
  ).toEqual([10, 10]);
  for (const metric of [
    counter({ help: "" }),
    gauge({ help: "" }),
    histogram({ help: "", buckets: [1] }),
  ]) {
    expect(seriesOf("x", metric, {}, pods)).toEqual([]);
  }
});

describe("instancesOf", () => {
  const shop = wholeService(market);
  const of = (fields: Pick<Metric, "source" | "exposedBy">) =>
    instancesOf(shop, "redis_up", gauge({ help: "", ...fields }));

  it("is the pods of all targets, or of those that expose it", () => {
    const [target] = shop.targets;
    expect(target).toBeDefined();
    const all = of({});
    expect(all.length).toBeGreaterThan(0);
    expect(all[0]).toMatchObject({
      system: "market",
      job: target?.app,
      app: target?.app,
      pod: `${target?.app ?? ""}-0`,
    });
    expect(of({ exposedBy: [target?.app ?? ""] }).length).toBeLessThanOrEqual(
      all.length,
    );
    expect(of({ exposedBy: ["another"] })).toEqual([]);
  });

  it("is one source for what is pushed, and for an exporter", () => {
    expect(of({ source: "push" })).toEqual([{ system: "market" }]);
    expect(of({ source: "exporter" })).toHaveLength(1);
  });
});
