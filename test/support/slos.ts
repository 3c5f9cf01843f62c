import { days } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import type { RequestSlo, ValueSlo, ZeroToleranceSlo } from "../../model/slo";
import { goodService } from "./services";

const common = {
  page: "P1",
  examples: {
    good: { 'shop_requests_total{status="200"}': 1 },
    bad: { 'shop_requests_total{status="500"}': 1 },
  },
} as const;

/** Over a month, with a budget for all, reported each month. */
export const answers: RequestSlo = {
  ...common,
  kind: "request",
  name: "answers",
  description: "The shop answers.",
  objective: percent(99.9),
  period: days(30),
  bad: 'sum(rate(shop_requests_total{status="500"}[5m]))',
  total: "sum(rate(shop_requests_total[5m]))",
  volume: "normal",
  page: "P0",
  calendar: "month",
};

/** Over a week, with a budget for each status. */
export const perStatus: RequestSlo = {
  ...common,
  kind: "request",
  name: "per-status",
  description: "No status is rare.",
  objective: percent(95),
  period: days(7),
  groupBy: ["status"],
  bad: "sum by (status) (rate(shop_requests_total[5m]))",
  total: "sum by (status) (rate(shop_requests_total[5m]))",
  volume: "normal",
};

/** With rare events. */
export const seldom: ValueSlo = {
  ...common,
  kind: "value",
  name: "seldom",
  description: "Errors are few.",
  objective: percent(90),
  period: days(30),
  bad: "shop:errors:ratio_rate5m",
  total: "shop:errors:ratio_rate5m * 0 + 1",
  volume: "low",
};

/** Without budget, for each status. */
export const never: ZeroToleranceSlo = {
  ...common,
  kind: "zero-tolerance",
  name: "never",
  description: "Nothing is a teapot.",
  period: days(30),
  groupBy: ["status"],
  bad: 'sum by (status) (shop_requests_total{status="418"})',
};

/** The good service with SLOs of every kind. */
export const promisingService: Service = {
  ...goodService,
  slos: [answers, perStatus, seldom, never],
};
