import { checkTypicalStated } from "../../checks/check-typical-stated";
import { seconds } from "../../model/duration";
import { counter, gauge, histogram } from "../../model/metric";
import type { MetricContract } from "../../model/metric";
import { formatProblem } from "../../model/problem";
import type { Service } from "../../model/service";
import { always } from "../../model/typical/typical";
import { production } from "../support/environments/production";
import { goodService } from "../support/services";

const help = "A metric";

const shop = (metrics: MetricContract): Service => ({
  ...goodService,
  metrics,
  recording: [],
  alerts: [],
  dashboards: [],
});

const check = (service: Service): readonly string[] =>
  checkTypicalStated([production], [service]).map(formatProblem);

/** A recording rule that reads these series. */
const reading = (expr: string): Pick<Service, "recording"> => ({
  recording: [
    {
      name: "shop",
      interval: seconds(60),
      rules: [{ record: "shop:read:sum", expr }],
    },
  ],
});

it.each<[string, MetricContract, string, string]>([
  [
    "counter",
    { shop_jobs_total: counter({ help }) },
    "sum(rate(shop_jobs_total[5m]))",
    'services/shop metric "shop_jobs_total": nothing says what it shows in a healthy system, though recording rule "shop:read:sum" reads it; add typical: perMinute(30): of the whole system, in production, in the busiest hour',
  ],
  [
    "gauge",
    { shop_queue: gauge({ help }) },
    "max(shop_queue)",
    'services/shop metric "shop_queue": nothing says what it shows in a healthy system, though recording rule "shop:read:sum" reads it; add typical: between(2, 5, 9): of the whole system, in production, in the busiest hour',
  ],
  [
    "histogram",
    { shop_job_seconds: histogram({ help, buckets: [1] }) },
    "sum(rate(shop_job_seconds_count[5m]))",
    'services/shop metric "shop_job_seconds": nothing says what it shows in a healthy system, though recording rule "shop:read:sum" reads it; add typical: observed(perMinute(30), { p50: 0.1, p95: 0.4, p99: 0.8 }): of the whole system, in production, in the busiest hour',
  ],
])(
  "names a %s that a rule reads and nothing is said of",
  (_, metrics, expr, problem) => {
    expect(check({ ...shop(metrics), ...reading(expr) })).toEqual([problem]);
  },
);

it("names one that only a panel reads, and the panel", () => {
  const [page] = goodService.dashboards;
  const [panel] = page?.panels ?? [];
  expect(page !== undefined && panel !== undefined).toBe(true);
  const service = shop({ shop_queue: gauge({ help }) });
  const [problem, ...others] = check({
    ...service,
    dashboards: goodService.dashboards.map((dashboard) => ({
      ...dashboard,
      panels: dashboard.panels.map((each) => ({
        ...each,
        queries: [{ expr: "max(shop_queue)" }],
      })),
    })),
  });
  expect(problem).toContain('metric "shop_queue": nothing says');
  expect(problem).toContain("Errors");
  expect(others).toEqual([]);
});

it("asks nothing of a metric that says it, or that nobody reads", () => {
  expect(
    check({
      ...shop({
        shop_queue: gauge({ help, typical: always(3) }),
        shop_unread: gauge({ help }),
      }),
      ...reading("max(shop_queue)"),
    }),
  ).toEqual([]);
});
