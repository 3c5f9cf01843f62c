import { birthsSection } from "../../../cli/service-pages/births-section";
import { open, values } from "../../../model/label-values";
import { counter, gauge } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { goodService } from "../../support/services";

const sectionOf = (metrics: MetricContract): readonly string[] =>
  birthsSection({ ...goodService, metrics });

const status = values("ok", "failed");
const reason = open({ upTo: 9, examples: ["limit"] });
const help = "A metric";

/** Runs the lines for Node.js, and returns what they create. */
function created(section: readonly string[]): readonly unknown[] {
  const script = /```js\n([\s\S]*?)\n```/.exec(section.join("\n"))?.[1] ?? "";
  const sets: unknown[] = [];
  const shopJobs = {
    inc: (labels: unknown, by: number) => sets.push([labels, by]),
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what people paste is run
  new Function("shopJobs", script)(shopJobs);
  return sets;
}

it("creates every combination of the values of a counter at 0", () => {
  const section = sectionOf({
    shop_jobs_total: counter({
      help,
      labels: { status, queue: values("a", "b") },
    }),
  });
  expect(created(section)).toEqual([
    [{ status: "ok", queue: "a" }, 0],
    [{ status: "ok", queue: "b" }, 0],
    [{ status: "failed", queue: "a" }, 0],
    [{ status: "failed", queue: "b" }, 0],
  ]);
  expect(section.join("\n")).toContain(`for status in ["ok", "failed"]:
  for queue in ["a", "b"]:
    shop_jobs_total.labels(status=status, queue=queue)`);
});

it.each<[string, MetricContract]>([
  [
    "whose values nobody can list",
    { shop_jobs_total: counter({ help, labels: { reason } }) },
  ],
  [
    "that begins with its first event by declaration",
    {
      shop_jobs_total: counter({
        help,
        labels: { status },
        born: "at-first-event",
      }),
    },
  ],
  ["without labels", { shop_jobs_total: counter({ help }) }],
  [
    "of an exporter",
    {
      redis_x_total: counter({ help, labels: { status }, source: "exporter" }),
    },
  ],
  ["that is a gauge", { shop_jobs: gauge({ help, labels: { status } }) }],
])("says nothing of a metric %s", (_, metrics) => {
  expect(sectionOf(metrics)).toEqual([]);
});
