import { open, pattern, values } from "../../../model/label-values";
import { checkService } from "../../../model/checks/check-service";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Metric } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { goodRunbooks, goodService } from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkService(service, { runbooks: goodRunbooks }).map(formatProblem);

const withMetric = (name: string, metric: Metric): Service => ({
  ...goodService,
  metrics: { [name]: metric },
});

const fields = { help: "A metric" };

describe("metrics", () => {
  it.each<[string, string, Metric, string]>([
    [
      "a dot in a name",
      "shop.requests_total",
      counter(fields),
      'services/shop metric "shop.requests_total": a metric name is snake_case, got shop.requests_total; allowed: a-z, 0-9 and _, no dots, no colons; rename it where it is exposed',
    ],
    [
      "a counter without _total",
      "shop_requests",
      counter(fields),
      'services/shop metric "shop_requests": the name of a counter ends in _total; expose it as shop_requests_total',
    ],
    [
      "a gauge with _total",
      "shop_jobs_total",
      gauge(fields),
      'services/shop metric "shop_jobs_total": only a counter ends in _total, this is a gauge; rename it, or declare it as a counter',
    ],
    [
      "a unit that is not a base unit",
      "shop_wait_milliseconds",
      gauge(fields),
      'services/shop metric "shop_wait_milliseconds": metrics use base units, got the unit "milliseconds"; expose it in seconds; panels convert for display',
    ],
    [
      "a unit that is not a base unit on a counter",
      "shop_work_minutes_total",
      counter(fields),
      'services/shop metric "shop_work_minutes_total": metrics use base units, got the unit "minutes"; expose it in seconds; panels convert for display',
    ],
    [
      "a personal label",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { user_id: open({ upTo: 5, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total": label "user_id" is unbounded or personal; count by plan or role instead, and look a person up in logs',
    ],
    [
      "a label that scraping sets",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { pod: open({ upTo: 5, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total": label "pod" is set by scraping or storage; leave it out of the contract, or give the application\'s label another name',
    ],
    [
      "an invalid label name",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { Tür: open({ upTo: 5, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total": a label name is snake_case, got Tür; allowed: a-z, 0-9 and _, not beginning with a digit or __; rename it where it is exposed',
    ],
    [
      "an impossible cardinality",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { kind: open({ upTo: 0, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total" label "kind": upTo must be a whole number that is not below the number of examples, got 0, with 1 examples; state how many values the label takes at most',
    ],
    [
      "fewer values than examples",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { kind: open({ upTo: 1, examples: ["a", "b"] }) },
      }),
      'services/shop metric "shop_logins_total" label "kind": upTo must be a whole number that is not below the number of examples, got 1, with 2 examples; state how many values the label takes at most',
    ],
    [
      "a cardinality that is no number",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { kind: open({ upTo: NaN, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total" label "kind": upTo must be a whole number that is not below the number of examples, got NaN, with 1 examples; state how many values the label takes at most',
    ],
    [
      "a label without a value",
      "shop_logins_total",
      counter({ ...fields, labels: { kind: values() } }),
      'services/shop metric "shop_logins_total" label "kind": it takes no value; name at least one: values("success", "failure"), open({ upTo: 40, examples: ["/orders"] })',
    ],
    [
      "an open label without an example",
      "shop_logins_total",
      counter({ ...fields, labels: { kind: open({ upTo: 3, examples: [] }) } }),
      'services/shop metric "shop_logins_total" label "kind": no example of a value, which proofs and simulations need; name at least one: values("success", "failure"), open({ upTo: 40, examples: ["/orders"] })',
    ],
    [
      "a value named twice",
      "shop_logins_total",
      counter({ ...fields, labels: { kind: values("a", "b", "a") } }),
      'services/shop metric "shop_logins_total" label "kind": the value "a" is named twice; name each value once',
    ],
    [
      "a value with a space around it",
      "shop_logins_total",
      counter({ ...fields, labels: { kind: values("a", "b ") } }),
      'services/shop metric "shop_logins_total" label "kind": a value begins or ends with a space, got "b "; write it as it is exposed, without the space',
    ],
    [
      "a shape that is not a valid regular expression",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { kind: pattern("(", { upTo: 3, examples: ["a"] }) },
      }),
      'services/shop metric "shop_logins_total" label "kind": the pattern is not a valid regular expression: missing closing ): `(`, got (; write it as RE2 reads it',
    ],
    [
      "an example of another shape",
      "shop_logins_total",
      counter({
        ...fields,
        labels: { kind: pattern("[0-9]+", { upTo: 3, examples: ["1", "x"] }) },
      }),
      'services/shop metric "shop_logins_total" label "kind": the example "x" has not the shape [0-9]+; correct the example or the pattern',
    ],
    [
      "buckets out of order",
      "shop_wait_seconds",
      histogram({ ...fields, buckets: [1, 0.5] }),
      'services/shop metric "shop_wait_seconds": bucket bounds must be finite, 0 or more, ascending and at least one, got [1, 0.5]; list the upper bounds without +Inf',
    ],
    [
      "no bucket",
      "shop_wait_seconds",
      histogram({ ...fields, buckets: [] }),
      'services/shop metric "shop_wait_seconds": bucket bounds must be finite, 0 or more, ascending and at least one, got []; list the upper bounds without +Inf',
    ],
    [
      "a batch job without an alert",
      "shop_export_last_success_timestamp_seconds",
      gauge(fields),
      'services/shop metric "shop_export_last_success_timestamp_seconds": no alert fires when the batch job stops; declare an alert on the age of this timestamp',
    ],
  ])("names %s", (_, name, metric, message) => {
    expect(check(withMetric(name, metric))).toEqual([message]);
  });

  it("accepts a name that an exporter fixed", () => {
    expect(
      check(
        withMetric("redis_up_ms", gauge({ ...fields, source: "exporter" })),
      ),
    ).toEqual([]);
  });

  it("allows target labels on pushed metrics", () => {
    expect(
      check(
        withMetric(
          "shop_runs_total",
          counter({
            ...fields,
            labels: { system: open({ upTo: 1, examples: ["a"] }) },
            source: "push",
          }),
        ),
      ),
    ).toEqual([]);
  });
});
