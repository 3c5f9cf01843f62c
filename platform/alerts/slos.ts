import type { AlertDeclaration } from "../../model/alert";
import { hours, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";
import { SLO_DASHBOARD_OF_SERIES } from "../../model/slo-dashboard";
import { burningFast, burningFastUrgent } from "./burning-fast";

const page = {
  system: { kind: "from-series" },
  dashboard: SLO_DASHBOARD_OF_SERIES,
  condition: "slo-budget",
} as const;

/**
 * Requests to the example shop, which represents any system with SLOs: total per minute, and
 * failures.
 */
const requests = (failed: number, all: number) => ({
  'shop_http_requests_total{status="500"}': `1e7+${String(failed)}x60`,
  'shop_http_requests_total{status="200"}': `1e7+${String(all - failed)}x60`,
});
/** One request a minute, and failures as they are written. */
const few = (failed: string) => ({
  'shop_http_requests_total{status="500"}': failed,
  'shop_http_requests_total{status="200"}': "1e7+1x60",
});
const availability = { system: "shop", slo: "availability" };

/**
 * A share says nothing of few events: in a week with ten jobs one failure would use up a budget
 * of five percent.
 */
const ENOUGH =
  "sum by (system, slo) (slo:bad_events:count_period) >= {badEvents}";
const badEvents = count(3, "bad events in the SLO's period");

/**
 * Alerts about every SLO of every system, whatever its volume. None names a path: the priorities of
 * the affected system apply.
 */
export const sloAlerts: readonly AlertDeclaration[] = [
  {
    ...page,
    name: "SloErrorBudgetExhausted",
    expr: `slo:error_budget_remaining_min:ratio <= 0
  and on (system, slo) ${ENOUGH}`,
    thresholds: { badEvents },
    for: minutes(15),
    priority: "P1",
    summary:
      "Error budget of {{ $labels.system }}/{{ $labels.slo }} is used up; change freeze per policy",
    action:
      "Stop risky changes; agree with the owner what restores the budget.",
    runbook: "slo/error-budget-exhausted",
    proof: {
      fires: [
        {
          // A new SLO: it has only failures so far. A thousandth may fail.
          before: "nothing",
          series: requests(11, 10_000),
          at: minutes(16),
          expect: [
            {
              labels: availability,
              summary:
                "Error budget of shop/availability is used up; change freeze per policy",
            },
          ],
          resolves: { series: requests(0, 10_000), after: minutes(2) },
        },
      ],
      quiet: [
        { series: requests(9, 10_000), at: minutes(40) },
        // Two requests of forty failed: a twentieth, but two.
        { series: few("1e7+0x9 1e7+1x2 10000002x30"), at: minutes(40) },
      ],
      equivalent: {
        "slo:error_budget_remaining_min:ratio <= → <":
          "exactly nothing left is a matter of the last binary digit",
      },
    },
  },
  {
    ...page,
    name: "SloErrorBudgetLow",
    expr: `slo:error_budget_remaining_min:ratio < {remaining} and slo:error_budget_remaining_min:ratio > 0
  and on (system, slo) ${ENOUGH}`,
    thresholds: { remaining: percent(25), badEvents },
    for: hours(1),
    priority: "P2",
    summary:
      "{{ $labels.system }}/{{ $labels.slo }} has {{ $value | humanizePercentage }} of its budget left",
    action: "See what uses the budget before it is gone.",
    runbook: "slo/error-budget-burn",
    proof: {
      fires: [
        {
          before: "nothing",
          series: requests(78, 100_000),
          at: minutes(61),
          expect: [
            {
              labels: availability,
              summary: "shop/availability has 22% of its budget left",
            },
          ],
          resolves: { series: requests(0, 100_000), after: minutes(2) },
        },
      ],
      quiet: [
        { series: requests(73, 100_000), at: minutes(90) },
        // The budget is spent: another alert covers that.
        { series: requests(101, 100_000), at: minutes(90) },
      ],
      equivalent: {
        "slo:error_budget_remaining_min:ratio > → >=":
          "exactly nothing left is a matter of the last binary digit",
      },
    },
  },
  burningFastUrgent,
  burningFast,
  {
    ...page,
    name: "SloDataMissing",
    // Targets are up but the series stopped. Where no target is up, other alerts fire. Probes and
    // exporters have no app: they may be up while the application is down.
    expr: `max by (system, slo) (slo:declaration:info{expects_traffic="true"})
  unless on (system, slo) slo:total_events:rate5m
  and on (system) (up{system!="", app!=""} == 1)`,
    for: hours(1),
    priority: "P2",
    summary:
      "No events are counted for {{ $labels.system }}/{{ $labels.slo }}, although its targets answer",
    action:
      "Compare what the application exposes with its contract: a metric or a label was renamed.",
    runbook: "slo/no-data",
    proof: {
      fires: [
        {
          before: {
            'up{system="shop", app="shop"}': "1x60",
            ...requests(0, 100),
            'shop_http_request_duration_seconds_bucket{le="+Inf"}': "1000+6x60",
            'shop_http_request_duration_seconds_bucket{le="0.5"}': "1000+6x60",
          },
          series: {
            'up{system="shop", app="shop"}': "1x60",
            'shop_http_request_duration_seconds_bucket{le="+Inf"}': "1000+6x60",
            'shop_http_request_duration_seconds_bucket{le="0.5"}': "1000+6x60",
          },
          at: minutes(63),
          expect: [
            {
              labels: availability,
              summary:
                "No events are counted for shop/availability, although its targets answer",
            },
          ],
          resolves: { series: requests(0, 100), after: minutes(2) },
        },
      ],
      quiet: [
        // No requests: idle is not a fault.
        {
          series: {
            'up{system="shop", app="shop"}': "1x90",
            'shop_http_requests_total{status="200"}': "1000x90",
            'shop_http_request_duration_seconds_bucket{le="+Inf"}': "1000x90",
            'shop_http_request_duration_seconds_bucket{le="0.5"}': "1000x90",
          },
          at: minutes(90),
        },
        // No target is up: that has an alert of its own.
        {
          series: {
            'up{system="shop", app="shop"}': "0x90",
            // The probe and the database exporter are up.
            'up{system="shop", job="shop-health", probe="health"}': "1x90",
            'up{system="shop", job="shop-redis-exporter"}': "1x90",
          },
          at: minutes(90),
        },
        // An SLO whose application shows no series before its first event.
        {
          series: {
            'up{system="scanner", app="scanner"}': "1x90",
            'slo:declaration:info{system="scanner", slo="scans", expects_traffic="false"}':
              "1x90",
          },
          at: minutes(90),
        },
      ],
      equivalent: {
        "max by (system, slo) (slo:declaration…: min":
          "every SLO is declared once",
        'without system!=""': "every SLO has a system to match",
      },
    },
  },
];
