import { values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { meanOf } from "../../../model/typical/distribution";
import {
  always,
  bySet,
  observed,
  perSecond,
} from "../../../model/typical/typical";
import { expositions } from "../../../prometheus/typical/exposition";
import { market } from "../../support/organisation/services";

const TIMES = { p50: 1, p95: 2, p99: 3 };
const [target] = market.targets;
const service: Service = {
  ...market,
  targets: target === undefined ? [] : [target],
  exporters: [],
  metrics: {
    jobs_total: counter({
      help: 'Jobs, a \\ in it,\nand "quotes"',
      labels: { status: values("ok", 'a "b"\\c\nd') },
      typical: perSecond(2),
    }),
    job_seconds: histogram({
      help: "Time",
      buckets: [1],
      typical: observed(perSecond(2), TIMES),
    }),
    unsaid: gauge({ help: "Nothing is said of it" }),
    runs: gauge({ help: "Pushed", source: "push", typical: always(0.5) }),
  },
};

it("is an answer for each pod, without the labels that scraping adds", () => {
  const [first, second, pushed] = expositions(service);
  expect(first?.instance).toMatchObject({
    system: "market",
    pod: "market-api-0",
  });
  expect(second?.instance).toMatchObject({ pod: "market-api-1" });
  expect(first?.textAt({ at: 0, busy: 0 })).toBe(
    `# HELP jobs_total Jobs, a \\\\ in it,\\nand "quotes"
# TYPE jobs_total counter
jobs_total{status="ok"} 129617
jobs_total{status="a \\"b\\"\\\\c\\nd"} 129617
# HELP job_seconds Time
# TYPE job_seconds histogram
job_seconds_bucket{le="1.0"} 129608
job_seconds_bucket{le="+Inf"} 259217
job_seconds_count 259217
job_seconds_sum ${String(259_217 * meanOf(TIMES))}
`,
  );
  expect(pushed).toMatchObject({ instance: { system: "market" } });
  expect(pushed?.textAt({ at: 0, busy: 0 })).toBe(
    "# HELP runs Pushed\n# TYPE runs gauge\nruns 0.5\n",
  );
});

it("has as many pods as it is asked for", () => {
  expect(expositions(service, Infinity)).toHaveLength(
    (target?.expectedTargets ?? 0) + 1,
  );
});

it("divides what a system counts among its pods", () => {
  const grown = expositions(service, Infinity).map(({ textAt }) => {
    const of = (text: string) =>
      Number(/^jobs_total\{status="ok"\} (\S+)$/m.exec(text)?.[1] ?? 0);
    return (
      of(textAt({ at: 3600, busy: 3600 })) - of(textAt({ at: 0, busy: 0 }))
    );
  });
  expect(grown).toEqual([1200, 1200, 1200, 0]);
});

it("leaves out a set that is not there", () => {
  const [only] = expositions({
    ...service,
    metrics: {
      jobs_total: counter({
        help: "Jobs",
        labels: { status: values("ok", "failed") },
        typical: bySet({ 'status="ok"': perSecond(2) }),
      }),
    },
  });
  expect(only?.textAt({ at: 0, busy: 0 })).not.toContain("failed");
});
