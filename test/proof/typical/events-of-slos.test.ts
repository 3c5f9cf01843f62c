import { days } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { ServiceDeclaration } from "../../../model/service";
import { wholeService } from "../../../model/whole-service";
import { eventSlo } from "../../../patterns/slos";
import { healthyFiles } from "../../../proof/typical/healthy-files";
import { production } from "../../support/environments/production";
import { market } from "../../support/organisation/market";

const orders = (volume: "normal" | "low"): ServiceDeclaration => ({
  ...market,
  slos: [
    eventSlo({
      name: "orders",
      description: "An order is taken.",
      objective: percent(99),
      period: days(7),
      volume,
      events: {
        total: 'market_orders_total{system="market"}',
        examples: {
          good: { 'market_orders_total{system="market", status="ok"}': 1 },
          bad: { 'market_orders_total{system="market", status="failed"}': 1 },
        },
      },
      bad: 'sum(rate(market_orders_total{system="market", status="failed"}[5m]))',
      total: 'sum(rate(market_orders_total{system="market"}[5m]))',
      page: "P1",
    }),
  ],
});

const absences = (service: ServiceDeclaration): readonly string[] =>
  healthyFiles([wholeService(service)], production)
    .flatMap(({ groups }) => groups.slice(0, 1))
    .flatMap(({ promql_expr_test: tests }) => tests.map(({ expr }) => expr))
    .filter((expr) => expr.startsWith("absent("));

const absent =
  'absent(slo:sli_error:ratio_period{system="market", slo="orders"})';

it("demands a value of each SLO", () => {
  expect(absences(orders("normal"))).toEqual([absent]);
});

it("demands none of an SLO whose events may be days apart, while nothing was counted", () => {
  expect(absences(orders("low"))).toEqual([
    `${absent} unless on (system, slo) max_over_time(slo:total_events:rate5m{system="market", slo="orders"}[120m]) == 0`,
  ]);
});
