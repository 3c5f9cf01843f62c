import { values } from "../../../model/label-values";
import { counter, histogram } from "../../../model/metric";
import { counterRates, histogramRates } from "../../../model/typical/rates";
import {
  bySet,
  observed,
  observedOf,
  perSecond,
  scheduled,
} from "../../../model/typical/typical";

const times = { p50: 1, p95: 2, p99: 3 };
const status = values("ok", "failed");
const queue = values("a", "b");

const jobs = counter({
  help: "Jobs",
  labels: { status, queue },
  typical: bySet({
    'status="ok"': perSecond(8),
    'status="failed",queue="a"': perSecond(2),
  }),
});

const rates = (
  found: readonly {
    readonly labels: object;
    readonly rate: { readonly perSecond: number };
  }[],
) => found.map(({ labels, rate }) => [labels, rate.perSecond]);

it("divides the rate of an entry among its label sets", () => {
  expect(rates(counterRates(jobs))).toEqual([
    [{ status: "ok", queue: "a" }, 4],
    [{ status: "ok", queue: "b" }, 4],
    [{ status: "failed", queue: "a" }, 2],
  ]);
});

it("takes the rates of a counter, summed over labels that the histogram lacks", () => {
  const typical = observedOf("jobs_total", times);
  const buckets = [1];
  const of = (labels: object) =>
    rates(
      histogramRates(
        histogram({ help: "", labels: { ...labels }, buckets, typical }),
        {
          jobs_total: jobs,
        },
      ),
    );
  expect(of({ queue })).toEqual([
    [{ queue: "a" }, 6],
    [{ queue: "b" }, 4],
  ]);
  expect(of({})).toEqual([[{}, 10]]);
  // A label of its own divides them.
  expect(of({ queue, size: values("small", "big") })).toEqual([
    [{ queue: "a", size: "small" }, 3],
    [{ queue: "a", size: "big" }, 3],
    [{ queue: "b", size: "small" }, 2],
    [{ queue: "b", size: "big" }, 2],
  ]);
});

it("divides the events of a counter only among the sets that observe them", () => {
  const operations = histogram({
    help: "",
    labels: { operation: values("get", "set", "delete") },
    buckets: [1],
    typical: bySet({
      'operation="get"': observedOf("jobs_total", times),
      'operation="set"': observed(perSecond(3), times),
    }),
  });
  expect(rates(histogramRates(operations, { jobs_total: jobs }))).toEqual([
    [{ operation: "get" }, 10],
    [{ operation: "set" }, 3],
  ]);
});

it.each([
  ["a clock starts all of them", scheduled(perSecond(1)), true],
  ["users cause some of them", perSecond(1), false],
])("says of a counter's events whether %s", (_, failed, expected) => {
  const runs = counter({
    help: "Runs",
    labels: { status },
    typical: bySet({
      'status="ok"': scheduled(perSecond(4)),
      'status="failed"': failed,
    }),
  });
  const [found] = histogramRates(
    histogram({
      help: "",
      buckets: [1],
      typical: observedOf("runs_total", times),
    }),
    { runs_total: runs },
  );
  expect(found?.rate).toMatchObject({ perSecond: 5, scheduled: expected });
});

it("observes nothing where the counter has no such label set, or nothing is said of it", () => {
  const own = histogram({
    help: "",
    labels: { status: values("ok", "failed", "cancelled") },
    buckets: [1],
    typical: observedOf("jobs_total", times),
  });
  expect(rates(histogramRates(own, { jobs_total: jobs }))).toEqual([
    [{ status: "ok" }, 8],
    [{ status: "failed" }, 2],
  ]);
  expect(histogramRates(own, {})).toEqual([]);
  expect(
    histogramRates(own, { jobs_total: counter({ help: "Jobs" }) }),
  ).toEqual([]);
  expect(
    rates(
      histogramRates(
        histogram({
          help: "",
          labels: { queue },
          buckets: [1],
          typical: observed(perSecond(3), times),
        }),
        {},
      ),
    ),
  ).toEqual([
    [{ queue: "a" }, 1.5],
    [{ queue: "b" }, 1.5],
  ]);
});
