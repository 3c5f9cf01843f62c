import {
  always,
  between,
  bySet,
  observed,
  perMinute,
} from "../../model/typical/typical";
import { open, values } from "../../model/label-values";
import { days, minutes } from "../../model/duration";
import { counter, gauge, histogram } from "../../model/metric";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import type { Slo } from "../../model/slo";
import { goodService } from "./services";

const orders = (status: string, country: string, pod: string): string =>
  `shop_orders_total{status="${status}", country="${country}", pod="${pod}"}`;
const duration = (bound: string, pod: string): string =>
  `shop_order_duration_seconds_bucket{le="${bound}", pod="${pod}"}`;

/** Reachable from one place is enough. */
const reachableFromAnywhere: Slo["examples"] = {
  good: {
    'shop_reachable{instance="a"}': 1,
    'shop_reachable{instance="b"}': 0,
  },
  bad: {
    'shop_reachable{instance="a"}': 0,
    'shop_reachable{instance="b"}': 0,
  },
};

/**
 * An SLO of every kind, each over raw series: with and without group-by labels, with a period of a
 * week and of a month, with rare events, and without budget.
 */
export const provableSlos: readonly Slo[] = [
  {
    kind: "request",
    name: "orders",
    description: "An order is taken.",
    objective: percent(99.9),
    period: days(30),
    groupBy: ["country"],
    bad: 'sum by (country) (rate(shop_orders_total{status="failed"}[5m]))',
    total: "sum by (country) (rate(shop_orders_total[5m]))",
    volume: "normal",
    outage: { probe: "health" },
    page: "P0",
    examples: {
      good: { [orders("taken", "ch", "a")]: 1 },
      bad: { [orders("failed", "ch", "b")]: 1 },
    },
  },
  {
    kind: "request",
    name: "quick",
    description: "An order takes a second.",
    objective: percent(99),
    period: days(7),
    bad: 'sum(rate(shop_order_duration_seconds_bucket{le="+Inf"}[5m])) - sum(rate(shop_order_duration_seconds_bucket{le="1.0"}[5m]))',
    total: 'sum(rate(shop_order_duration_seconds_bucket{le="+Inf"}[5m]))',
    volume: "normal",
    page: "P1",
    examples: {
      good: { [duration("1.0", "a")]: 1, [duration("+Inf", "a")]: 1 },
      bad: { [duration("1.0", "b")]: 0, [duration("+Inf", "b")]: 1 },
    },
  },
  {
    kind: "value",
    name: "reachable",
    description: "The shop is reachable.",
    objective: percent(99.5),
    period: days(30),
    bad: "1 - max(shop_reachable)",
    total: "max(shop_reachable) * 0 + 1",
    volume: "normal",
    outage: { probe: "health" },
    page: "P0",
    examples: reachableFromAnywhere,
  },
  {
    kind: "value",
    name: "reachable-weekly",
    description: "The shop is reachable.",
    objective: percent(99.9),
    period: days(7),
    bad: "1 - max(shop_reachable)",
    total: "max(shop_reachable) * 0 + 1",
    volume: "normal",
    page: "P1",
    examples: reachableFromAnywhere,
  },
  {
    kind: "request",
    name: "returns",
    description: "A return is paid.",
    objective: percent(95),
    period: days(30),
    bad: 'sum(rate(shop_orders_total{status="return_failed"}[5m]))',
    total: 'sum(rate(shop_orders_total{status=~"return_.*"}[5m]))',
    volume: "low",
    page: "P2",
    examples: {
      good: { [orders("return_paid", "ch", "a")]: 1 },
      bad: { [orders("return_failed", "ch", "b")]: 1 },
      other: { [orders("taken", "ch", "a")]: 1 },
    },
  },
  {
    kind: "value",
    name: "liked",
    description: "The best rating is four or more.",
    objective: percent(95),
    period: days(30),
    bad: "max(shop_rating) < bool 4",
    total: "max(shop_rating) * 0 + 1",
    volume: "low",
    page: "P2",
    examples: {
      good: { 'shop_rating{pod="a"}': 4, 'shop_rating{pod="b"}': 3 },
      bad: { 'shop_rating{pod="a"}': 3.9, 'shop_rating{pod="b"}': 3 },
    },
  },
  {
    kind: "value",
    name: "closed",
    description: "Circuit breakers are closed.",
    objective: percent(99.9),
    period: days(7),
    bad: "1 - shop:breakers_closed:ratio",
    total: "shop:breakers_closed:ratio * 0 + 1",
    volume: "normal",
    page: "P1",
    examples: {
      good: {
        'shop_breaker_open{pod="a"}': 0,
        'shop_breaker_open{pod="b"}': 0,
      },
      bad: { 'shop_breaker_open{pod="a"}': 1, 'shop_breaker_open{pod="b"}': 1 },
    },
  },
  {
    kind: "zero-tolerance",
    name: "no-leaks",
    description: "No customer sees another's orders.",
    period: days(30),
    bad: 'sum(shop_findings{severity="critical"})',
    page: "P0",
    unit: "findings",
    outOf: { query: "shop_findings", unit: "findings of all severities" },
    examples: {
      good: { 'shop_findings{severity="critical"}': 0 },
      bad: { 'shop_findings{severity="critical"}': 1 },
      other: { 'shop_findings{severity="low"}': 1 },
    },
  },
];

/**
 * The good service with an SLO of every kind, and nothing else to prove but what one of them reads.
 */
export const provableService: Service = {
  ...goodService,
  metrics: {
    ...goodService.metrics,
    shop_orders_total: counter({
      help: "Orders",
      labels: {
        status: values("taken", "failed", "return_paid", "return_failed"),
        country: open({ upTo: 2, examples: ["ch", "de"] }),
      },
      typical: bySet({
        'status="taken"': perMinute(40),
        'status="return_paid"': perMinute(2),
      }),
    }),
    shop_order_duration_seconds: histogram({
      help: "Time of an order",
      buckets: [0.5, 1, 5],
      typical: observed(perMinute(40), { p50: 0.1, p95: 0.3, p99: 0.6 }),
    }),
    shop_reachable: gauge({ help: "1 where it is", typical: always(1) }),
    shop_rating: gauge({
      help: "Mean rating, 1 to 5",
      typical: between(4.2, 4.4, 4.6),
    }),
    shop_breaker_open: gauge({
      help: "1 where it is open",
      typical: always(0),
    }),
    shop_findings: gauge({
      help: "Findings",
      labels: { severity: open({ upTo: 3, examples: ["a"] }) },
      typical: always(0),
    }),
  },
  recording: [
    {
      name: "shop-breakers",
      interval: minutes(1),
      rules: [
        {
          record: "shop:breakers_closed:ratio",
          expr: "1 - avg(shop_breaker_open)",
        },
      ],
    },
  ],
  alerts: [],
  slos: provableSlos,
};
