import { ANY_SYSTEM } from "../../config/policy/paths";
import type { Alert } from "../../model/alert";
import { hours, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { SLO_DASHBOARD_OF_SERIES } from "../../model/slo-dashboard";
import { count } from "../../model/threshold";

const page = {
  system: { kind: "from-series" },
  dashboard: SLO_DASHBOARD_OF_SERIES,
  condition: "slo-budget",
} as const;

/** CodeVerify stands for every system with promises: so many requests a minute, so many of them failing. */
const requests = (failed: number, all: number) => ({
  'codeverify_http_requests_total{status="500"}': `1e7+${String(failed)}x60`,
  'codeverify_http_requests_total{status="200"}': `1e7+${String(all - failed)}x60`,
});
/** Every request fails. */
const failing = (values: string) => ({
  'codeverify_http_requests_total{status="500"}': values,
});
const availability = { system: "codeverify", slo: "api-availability" };

/** What is told of every promise of every system, whatever its volume. */
export const sloAlerts: readonly Alert[] = [
  {
    ...page,
    name: "SloErrorBudgetExhausted",
    expr: "slo:error_budget_remaining_min:ratio <= 0",
    for: minutes(15),
    severity: "critical",
    priority: "P1",
    path: ANY_SYSTEM.chatAndEmail,
    summary:
      "Error budget of {{ $labels.system }}/{{ $labels.slo }} is used up; change freeze per policy",
    action:
      "Stop risky changes; agree with the owner what restores the budget.",
    runbook: "slo/error-budget-exhausted",
    proof: {
      fires: [
        {
          // A young promise: what failed is all that is known. A thousandth may fail.
          before: "nothing",
          series: requests(11, 10_000),
          at: minutes(16),
          expect: [
            {
              labels: availability,
              summary:
                "Error budget of codeverify/api-availability is used up; change freeze per policy",
            },
          ],
          resolves: { series: requests(0, 10_000), after: minutes(2) },
        },
      ],
      quiet: [{ series: requests(9, 10_000), at: minutes(40) }],
      equivalent: {
        "slo:error_budget_remaining_min:ratio <= → <":
          "exactly nothing left is a matter of the last binary digit",
      },
    },
  },
  {
    ...page,
    name: "SloErrorBudgetLow",
    expr: "slo:error_budget_remaining_min:ratio < {remaining} and slo:error_budget_remaining_min:ratio > 0",
    thresholds: { remaining: percent(25) },
    for: hours(1),
    severity: "warning",
    priority: "P2",
    path: ANY_SYSTEM.chat,
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
              summary: "codeverify/api-availability has 22% of its budget left",
            },
          ],
          resolves: { series: requests(0, 100_000), after: minutes(2) },
        },
      ],
      quiet: [
        { series: requests(73, 100_000), at: minutes(90) },
        // Nothing is left: that is another alert's business.
        { series: requests(101, 100_000), at: minutes(90) },
      ],
      equivalent: {
        "slo:error_budget_remaining_min:ratio > → >=":
          "exactly nothing left is a matter of the last binary digit",
      },
    },
  },
  {
    ...page,
    name: "SloErrorBudgetBurningFast",
    // Only promises of normal volume state a minimum, so the others are not asked for a rate that means nothing.
    expr: `max by (system, slo) (
  slo:burn_rate:ratio_1h > {burnRate}
    and slo:burn_rate:ratio_5m > {burnRate}
    and slo:bad_events:rate1h * 3600 >= on (system, slo) group_left () slo:minimum_bad_events:count
)`,
    thresholds: { burnRate: count(10, "times the sustainable rate") },
    for: minutes(5),
    severity: "critical",
    priority: "P0",
    path: ANY_SYSTEM.page,
    summary:
      "{{ $labels.system }}/{{ $labels.slo }} burns its budget at {{ $value | humanize }} times the sustainable rate",
    action:
      "Look at what changed when the burn rate rose; stop or revert it before looking for the cause.",
    runbook: "slo/error-budget-burn",
    proof: {
      fires: [
        {
          before: "nothing",
          series: requests(11, 1_000),
          at: minutes(6),
          expect: [
            {
              labels: availability,
              summary:
                "codeverify/api-availability burns its budget at 11 times the sustainable rate",
            },
          ],
          resolves: { series: requests(0, 1_000), after: minutes(1) },
        },
        {
          // Nothing works, but hardly anyone asks: told when five requests have failed.
          before: "nothing",
          series: failing("1e7+0.095x60"),
          at: minutes(58),
          expect: [
            {
              labels: availability,
              summary:
                "codeverify/api-availability burns its budget at 1k times the sustainable rate",
            },
          ],
        },
      ],
      quiet: [
        { series: requests(9, 1_000), at: minutes(30) },
        // Four and a half failures in an hour: all of the traffic, and still nothing to wake anyone for.
        { series: failing("1e7+0.08x60"), at: minutes(57) },
        // The hour is bad, but it is over.
        {
          series: {
            'codeverify_http_requests_total{status="500"}':
              "1e7+20x20 10000400x15",
            'codeverify_http_requests_total{status="200"}': "1e7+980x60",
          },
          at: minutes(35),
        },
        // The hour is bad, and what goes on burns nine and a half times too fast.
        {
          series: {
            'codeverify_http_requests_total{status="500"}':
              "1e7+20x20 10000409.5+9.5x15",
            'codeverify_http_requests_total{status="200"}': "1e7+990x60",
          },
          at: minutes(35),
        },
        // It burns a little more than ten times too fast, but the hour was good before.
        {
          series: {
            'codeverify_http_requests_total{status="500"}':
              "1e7x60 10000010.5+10.5x60",
            'codeverify_http_requests_total{status="200"}': "1e7+989.5x120",
          },
          at: minutes(117),
        },
      ],
      equivalent: {
        "max by (system, slo) ( slo:burn_rate:…: min":
          "no promise in the repository has dims, so there is one series of each",
        "slo:burn_rate:ratio_1h > → >=":
          "a rate is never exactly ten but for its last binary digit",
        "slo:burn_rate:ratio_5m > → >=":
          "a rate is never exactly ten but for its last binary digit",
        "slo:bad_events:rate1h * 3600 >= → >":
          "the number of events is an estimate from rates, never exactly the minimum",
      },
    },
  },
  {
    ...page,
    name: "SloDataMissing",
    // Targets that answer and events that nobody counts any more; where nothing answers, other alerts say so.
    expr: `max by (system, slo) (slo:declaration:info{expects_traffic="true"})
  unless on (system, slo) slo:total_events:rate5m
  and on (system) (up{system!=""} == 1)`,
    for: hours(1),
    severity: "warning",
    priority: "P2",
    path: ANY_SYSTEM.chat,
    summary:
      "No events are counted for {{ $labels.system }}/{{ $labels.slo }}, although its targets answer",
    action:
      "Compare what the application exposes with its contract: a metric or a label was renamed.",
    runbook: "slo/no-data",
    proof: {
      fires: [
        {
          before: {
            'up{system="codeverify"}': "1x60",
            ...requests(0, 100),
            'codeverify_analyses_total{status="passed"}': "1000+6x60",
            'codeverify_http_request_duration_seconds_bucket{le="+Inf"}':
              "1000+6x60",
            'codeverify_http_request_duration_seconds_bucket{le="0.5"}':
              "1000+6x60",
            'codeverify_queue_latency_seconds_bucket{le="+Inf"}': "1000+6x60",
            'codeverify_queue_latency_seconds_bucket{le="60.0"}': "1000+6x60",
          },
          series: {
            'up{system="codeverify"}': "1x60",
            'codeverify_analyses_total{status="passed"}': "1000+6x60",
            'codeverify_http_request_duration_seconds_bucket{le="+Inf"}':
              "1000+6x60",
            'codeverify_http_request_duration_seconds_bucket{le="0.5"}':
              "1000+6x60",
            'codeverify_queue_latency_seconds_bucket{le="+Inf"}': "1000+6x60",
            'codeverify_queue_latency_seconds_bucket{le="60.0"}': "1000+6x60",
          },
          at: minutes(63),
          expect: [
            {
              labels: availability,
              summary:
                "No events are counted for codeverify/api-availability, although its targets answer",
            },
          ],
          resolves: { series: requests(0, 100), after: minutes(2) },
        },
      ],
      quiet: [
        // Nobody asks for anything: idle is not missing.
        {
          series: {
            'up{system="codeverify"}': "1x90",
            'codeverify_http_requests_total{status="200"}': "1000x90",
            'codeverify_analyses_total{status="passed"}': "1000x90",
            'codeverify_http_request_duration_seconds_bucket{le="+Inf"}':
              "1000x90",
            'codeverify_http_request_duration_seconds_bucket{le="0.5"}':
              "1000x90",
            'codeverify_queue_latency_seconds_bucket{le="+Inf"}': "1000x90",
            'codeverify_queue_latency_seconds_bucket{le="60.0"}': "1000x90",
          },
          at: minutes(90),
        },
        // Nothing answers: that has an alert of its own.
        { series: { 'up{system="codeverify"}': "0x90" }, at: minutes(90) },
        // A promise whose application shows no series before its first event.
        {
          series: {
            'up{system="shop"}': "1x90",
            'slo:declaration:info{system="shop", slo="scans", expects_traffic="false"}':
              "1x90",
          },
          at: minutes(90),
        },
      ],
      equivalent: {
        "max by (system, slo) (slo:declaration…: min":
          "every promise is declared once",
        'without system!=""': "every promise has a system to meet",
      },
    },
  },
];
