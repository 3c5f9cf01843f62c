import type { AlertDeclaration, Priority } from "../../model/alert";
import type { AlertProof, InputSeries } from "../../model/alert-proof";
import { hours, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";
import { SLO_DASHBOARD_OF_SERIES } from "../../model/slo-dashboard";
import { burningFast, burningFastUrgent } from "./burning-fast";
import { SHOWN } from "./shown-of-slo";

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

/** What the SLO of another system shows, whose priority is given: few of its budget is left. */
const ofPriority = (priority: Priority, remaining: string): InputSeries => ({
  [`slo:error_budget_remaining:ratio{${SCANS}}`]: remaining,
  [`slo:bad_events:count_period{${SCANS}}`]: "7x90",
  [`slo:time_period:days{${SCANS}}`]: "30x90",
  [`slo:burn_rate:ratio_1h{${SCANS}}`]: "2.5x90",
  [`slo:declaration:info{${SCANS}, priority="${priority}"}`]: "1x90",
});
const SCANS = 'system="scanner", slo="scans"';
const scans = { system: "scanner", slo: "scans" };

/** What the message looks up and the condition does not read, of the example shop. */
const lookedUp = (burnRate: number): InputSeries => ({
  'slo:time_period:days{system="shop", slo="availability"}': "30x90",
  'slo:burn_rate:ratio_1h{system="shop", slo="availability"}': `${String(burnRate)}x90`,
});

/** What is left of the budget is a matter as urgent as the SLO, and at most so much. */
const amongThose = (priorities: string): string =>
  `and on (system, slo) slo:declaration:info{priority=~"${priorities}"}`;

const left = (bad: string, remaining: string, burnRate: string): string =>
  `${bad} events (of moments: seconds) were bad in 30 days; ${remaining} of the error budget is left. Over the last hour it burns ${burnRate} times as fast as it may.`;
const LEFT = `${SHOWN.badInPeriod} events (of moments: seconds) were bad in ${SHOWN.periodDays} days; {{ $value | humanizePercentage }} of the error budget is left. Over the last hour it burns ${SHOWN.burnRate} times as fast as it may.`;

const NO_BINARY_DIGIT =
  "exactly nothing left is a matter of the last binary digit";

const exhausted = (
  priority: Priority,
  priorities: string,
  proof: Omit<AlertProof, "equivalent">,
): AlertDeclaration => ({
  ...page,
  name: "SloErrorBudgetExhausted",
  expr: `slo:error_budget_remaining_min:ratio <= 0
  and on (system, slo) ${ENOUGH}
  ${amongThose(priorities)}`,
  thresholds: { badEvents },
  for: minutes(15),
  priority,
  summary:
    "Error budget of {{ $labels.system }}/{{ $labels.slo }} is used up; change freeze per policy",
  description: LEFT,
  action: "Stop risky changes; agree with the owner what restores the budget.",
  runbook: "slo/error-budget-exhausted",
  proof: {
    ...proof,
    equivalent: {
      "slo:error_budget_remaining_min:ratio <= → <": NO_BINARY_DIGIT,
    },
  },
});

const low = (
  priority: Priority,
  priorities: string,
  proof: Omit<AlertProof, "equivalent">,
): AlertDeclaration => ({
  ...page,
  name: "SloErrorBudgetLow",
  expr: `slo:error_budget_remaining_min:ratio < {remaining} and slo:error_budget_remaining_min:ratio > 0
  and on (system, slo) ${ENOUGH}
  ${amongThose(priorities)}`,
  thresholds: { remaining: percent(25), badEvents },
  for: hours(1),
  priority,
  summary:
    "{{ $labels.system }}/{{ $labels.slo }} has {{ $value | humanizePercentage }} of its budget left",
  description: LEFT,
  action: "See what uses the budget before it is gone.",
  runbook: "slo/error-budget-burn",
  proof: {
    ...proof,
    equivalent: {
      "slo:error_budget_remaining_min:ratio > → >=": NO_BINARY_DIGIT,
    },
  },
});

/** The same of an SLO that is less urgent than the first; one more urgent is another alert's. */
const lessUrgent = (
  kind: "exhausted" | "low",
  priority: Priority,
): Omit<AlertProof, "equivalent"> => {
  const isLow = kind === "low";
  const [bad, good] = isLow ? ["0.2x90", "0.3x90"] : ["-0.5x90", "0.1x90"];
  const summary = isLow
    ? "scanner/scans has 20% of its budget left"
    : "Error budget of scanner/scans is used up; change freeze per policy";
  return {
    fires: [
      {
        before: "nothing",
        series: ofPriority(priority, bad),
        at: minutes(isLow ? 60 : 15),
        expect: [
          {
            labels: scans,
            summary,
            description: left("7", isLow ? "20%" : "-50%", "2.5"),
          },
        ],
        resolves: { series: ofPriority(priority, good), after: minutes(1) },
      },
    ],
    quiet: [
      { series: ofPriority(priority, good), at: minutes(80) },
      { series: ofPriority("P1", bad), at: minutes(80) },
      // Too few bad events.
      {
        series: {
          ...ofPriority(priority, bad),
          [`slo:bad_events:count_period{${SCANS}}`]: "2x90",
        },
        at: minutes(80),
      },
      // Of a budget that is spent another alert is about, and of one that is not, this one.
      ...(isLow
        ? [{ series: ofPriority(priority, "-0.5x90"), at: minutes(80) }]
        : []),
    ],
  };
};

/**
 * Alerts about every SLO of every system, whatever its volume. None names a path: the priorities of
 * the affected system apply. An SLO that is P2 or P3 gets no alert that is more urgent.
 */
export const sloAlerts: readonly AlertDeclaration[] = [
  exhausted("P1", "P0|P1", {
    fires: [
      {
        // A new SLO: it has only failures so far. A thousandth may fail.
        before: "nothing",
        series: { ...requests(11, 10_000), ...lookedUp(1.1) },
        at: minutes(16),
        expect: [
          {
            labels: availability,
            summary:
              "Error budget of shop/availability is used up; change freeze per policy",
            description: left("182", "-10%", "1.1"),
          },
        ],
        resolves: { series: requests(0, 10_000), after: minutes(2) },
      },
    ],
    quiet: [
      { series: requests(9, 10_000), at: minutes(40) },
      // Two requests of forty failed: a twentieth, but two.
      { series: few("1e7+0x9 1e7+1x2 10000002x30"), at: minutes(40) },
      { series: ofPriority("P2", "-0.5x90"), at: minutes(40) },
    ],
  }),
  exhausted("P2", "P2", lessUrgent("exhausted", "P2")),
  exhausted("P3", "P3", lessUrgent("exhausted", "P3")),
  low("P2", "P0|P1|P2", {
    fires: [
      {
        before: "nothing",
        series: { ...requests(78, 100_000), ...lookedUp(0.78) },
        at: minutes(61),
        expect: [
          {
            labels: availability,
            summary: "shop/availability has 22% of its budget left",
            description: left("4797", "22%", "0.8"),
          },
        ],
        resolves: { series: requests(0, 100_000), after: minutes(2) },
      },
      ...lessUrgent("low", "P2").fires,
    ],
    quiet: [
      { series: requests(73, 100_000), at: minutes(90) },
      // The budget is spent: another alert covers that.
      { series: requests(101, 100_000), at: minutes(90) },
      { series: ofPriority("P3", "0.2x90"), at: minutes(80) },
    ],
  }),
  low("P3", "P3", lessUrgent("low", "P3")),
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
    description: `Nothing has been counted for an hour, good or bad, while targets of the system are scraped: none of the SLO's alerts can fire. At last ${SHOWN.remaining} of its budget was left.`,
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
            'slo:error_budget_remaining:ratio{system="shop", slo="availability"}':
              "0.4x60",
            'shop_http_request_duration_seconds_bucket{le="+Inf"}': "1000+6x60",
            'shop_http_request_duration_seconds_bucket{le="0.5"}': "1000+6x60",
          },
          at: minutes(63),
          expect: [
            {
              labels: availability,
              summary:
                "No events are counted for shop/availability, although its targets answer",
              description:
                "Nothing has been counted for an hour, good or bad, while targets of the system are scraped: none of the SLO's alerts can fire. At last 40% of its budget was left.",
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
