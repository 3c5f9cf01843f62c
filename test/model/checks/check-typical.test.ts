import { open, values } from "../../../model/label-values";
import { checkService } from "../../../model/checks/check-service";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import {
  ageBetween,
  ahead,
  always,
  between,
  bySet,
  observed,
  observedOf,
  perHour,
  perSecond,
} from "../../../model/typical/typical";
import type { TypicalCounter } from "../../../model/typical/typical";
import { days, hours } from "../../../model/duration";
import { goodRunbooks, goodService } from "../../support/services";

const help = "A metric";
const labels = {
  status: values("ok", "failed"),
  country: open({ upTo: 3, examples: ["ch", "de"] }),
};
const times = { p50: 0.1, p95: 0.2, p99: 0.3 };

const check = (metrics: MetricContract): readonly string[] =>
  checkService({ ...goodService, metrics }, { runbooks: goodRunbooks }).map(
    formatProblem,
  );

const jobs = (typical: TypicalCounter): MetricContract => ({
  shop_jobs_total: counter({ help, labels, typical }),
});

const at = (name: string) => `services/shop metric "${name}" typical: `;

it.each<[string, MetricContract]>([
  ["one rate for all", jobs(perSecond(5))],
  [
    "a rate for each of two sets, one with a country that is no example",
    jobs(
      bySet({
        'status="ok"': perSecond(5),
        'status="failed",country="at"': perHour(1),
      }),
    ),
  ],
  [
    "a part that is never more than the whole",
    {
      shop_pool_used: gauge({
        help,
        typical: between(0, 3, 10),
        partOf: "shop_pool_size",
      }),
      shop_pool_size: gauge({ help, typical: always(10) }),
    },
  ],
  [
    "an age, a time ahead, and observations of a counter's events",
    {
      ...jobs(perSecond(5)),
      shop_age_seconds: gauge({ help, typical: ageBetween(hours(1), days(3)) }),
      shop_end_timestamp_seconds: gauge({ help, typical: ahead(days(30)) }),
      shop_job_seconds: histogram({
        help,
        buckets: [0.1, 0.2],
        typical: observedOf("shop_jobs_total", times),
      }),
    },
  ],
])("accepts %s", (_, metrics) => {
  expect(check(metrics)).toEqual([]);
});

it.each<[string, MetricContract, string]>([
  [
    "no set of labels",
    jobs(bySet({})),
    `${at("shop_jobs_total")}names no set of labels, so that there is no series; write bySet({ 'status="200"': perSecond(5) })`,
  ],
  [
    "a set that cannot be read",
    jobs(bySet({ "status=ok": perSecond(5) })),
    `${at("shop_jobs_total")}a set of labels cannot be read, got status=ok; allowed: label="value", with commas between, each label once; write 'status="200"'`,
  ],
  [
    "a label that the metric lacks",
    jobs(bySet({ 'state="ok"': perSecond(5) })),
    `${at("shop_jobs_total")}the metric has no label "state"; allowed: status, country; correct it, or declare the label`,
  ],
  [
    "a value that the label never has",
    jobs(bySet({ 'status="okay"': perSecond(5) })),
    `${at("shop_jobs_total")}label "status" never has the value "okay"; allowed: ok, failed; correct it, or declare the value`,
  ],
  [
    "two entries for one set",
    jobs(bySet({ 'status="ok"': perSecond(5), 'country="ch"': perSecond(1) })),
    `${at("shop_jobs_total")}two entries stand for one label set, got {country="ch",status="ok"}; name in each the labels that tell them apart`,
  ],
  [
    "more values than the label may take",
    jobs(
      bySet({
        'status="ok"': perSecond(5),
        'status="failed",country="at"': perHour(1),
        'status="failed",country="fr"': perHour(1),
      }),
    ),
    `${at("shop_jobs_total")}has more values of the label "country" than it may take, got 4; allowed: 3 at most; raise upTo, or name fewer`,
  ],
  [
    "a usual value above the highest",
    { shop_queue: gauge({ help, typical: between(0, 20, 10) }) },
    `${at("shop_queue")}the usual value must lie between the lowest and the highest, got between(0, 20, 10); write between(low, usual, high)`,
  ],
  [
    "an age that does not grow",
    {
      shop_age_seconds: gauge({ help, typical: ageBetween(days(3), days(3)) }),
    },
    `${at("shop_age_seconds")}an age must grow, got ageBetween(3d, 3d); write ageBetween(least, most)`,
  ],
  [
    "a part of nothing",
    {
      shop_pool_used: gauge({
        help,
        typical: always(1),
        partOf: "shop_pool",
      }),
    },
    `${at("shop_pool_used")}partOf must name a gauge of the contract, got "shop_pool"; declare it, or correct the name`,
  ],
  [
    "a part that exceeds the whole",
    {
      shop_pool_used: gauge({
        help,
        typical: between(0, 3, 11),
        partOf: "shop_pool_size",
      }),
      shop_pool_size: gauge({ help, typical: between(10, 10, 12) }),
    },
    `${at("shop_pool_used")}exceeds shop_pool_size, which it is a part of, got 11 of 10; correct one of them`,
  ],
  [
    "percentiles that descend",
    {
      shop_job_seconds: histogram({
        help,
        buckets: [1],
        typical: observed(perSecond(1), { p50: 0.2, p95: 0.1, p99: 0.3 }),
      }),
    },
    `${at("shop_job_seconds")}percentiles must be above 0 and ascend, got p50 0.2, p95 0.1, p99 0.3; write them in the unit of the buckets, p50 ≤ p95 ≤ p99`,
  ],
  [
    "a P95 above the buckets",
    {
      shop_job_seconds: histogram({
        help,
        buckets: [0.05, 0.1],
        typical: observed(perSecond(1), times),
      }),
    },
    `${at("shop_job_seconds")}the P95 lies above the highest bucket, so that no query sees it, got 0.2 above 0.1; add buckets, or correct the percentile`,
  ],
  [
    "the events of a counter that there is not",
    {
      shop_job_seconds: histogram({
        help,
        buckets: [1],
        typical: observedOf("shop_jobs", times),
      }),
    },
    `${at("shop_job_seconds")}observedOf must name a counter that says what is typical, got "shop_jobs"; state how often it counts there`,
  ],
])("refuses %s", (_, metrics, problem) => {
  expect(check(metrics)).toEqual([problem]);
});
