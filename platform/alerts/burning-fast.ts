import type { AlertDeclaration } from "../../model/alert";
import type {
  AlertProof,
  FiringCase,
  InputSeries,
  QuietCase,
} from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { EVENTS_PER_BAD, RECENT_SHARE } from "../../model/slo";
import { SLO_DASHBOARD_OF_SERIES } from "../../model/slo-dashboard";
import { count } from "../../model/threshold";
import { SHOWN } from "./shown-of-slo";

/**
 * The budget of any SLO burns ten times too fast. Each alert is about the SLOs of one priority, so
 * the affected system's own path for that priority applies. SLOs with P2 or P3 have only their own
 * tiers.
 */
const burningFastAt = (
  priority: "P0" | "P1",
  proof: Omit<AlertProof, "equivalent">,
): AlertDeclaration => ({
  name: "SloErrorBudgetBurningFast",
  system: { kind: "from-series" },
  dashboard: SLO_DASHBOARD_OF_SERIES,
  condition: "slo-budget",
  // Only SLOs of normal volume state a minimum, so others have no burn rate here, which would mean
  // nothing.
  expr: `max by (system, slo) (
  slo:burn_rate:ratio_1h > {burnRate}
    and slo:burn_rate:ratio_5m > {burnRate}
    and round(slo:bad_events:rate1h * 3600) >= on (system, slo) group_left () slo:minimum_bad_events:count
    and round(slo:bad_events:rate5m * 300) >= on (system, slo) group_left () ${String(RECENT_SHARE)} * slo:minimum_bad_events:count
    and round(slo:total_events:rate1h * 3600) >= on (system, slo) group_left () ${String(EVENTS_PER_BAD)} * slo:minimum_bad_events:count
)
  and on (system, slo) slo:declaration:info{priority="${priority}"}`,
  thresholds: { burnRate: count(10, "times the sustainable rate") },
  for: minutes(5),
  severity: "critical",
  priority,
  summary:
    "{{ $labels.system }}/{{ $labels.slo }} burns its budget at {{ $value | humanize }} times the sustainable rate",
  description: `Bad were ${SHOWN.badInHour} of ${SHOWN.allInHour} events (of moments: seconds) in 1 hour and ${SHOWN.badInFiveMinutes} of ${SHOWN.allInFiveMinutes} in 5 minutes. ${SHOWN.remaining} of the budget of ${SHOWN.periodDays} days is left.`,
  action:
    "Look at what changed when the burn rate rose; stop or revert it before looking for the cause.",
  runbook: "slo/error-budget-burn",
  proof: {
    ...proof,
    equivalent: {
      "max by (system, slo) ( slo:burn_rate:…: min":
        "no SLO of normal volume of the example systems has groupBy, so there is one series of each",
      "slo:burn_rate:ratio_1h > → >=":
        "a rate is never exactly ten but for its last binary digit",
      "slo:burn_rate:ratio_5m > → >=":
        "a rate is never exactly ten but for its last binary digit",
      "0.6 → 0.48": "counts are rounded, and a minimum of five asks for three",
    },
  },
});

const burns = (
  slo: string,
  times: string,
  hour: string,
  fiveMinutes: string,
) => ({
  labels: { system: "shop", slo },
  summary: `shop/${slo} burns its budget at ${times} times the sustainable rate`,
  description: `Bad were ${hour} events (of moments: seconds) in 1 hour and ${fiveMinutes} in 5 minutes. 40% of the budget of 30 days is left.`,
});

/** What the message looks up and the condition does not read. */
const lookedUp = (slo: string): InputSeries => ({
  [`slo:time_period:days{system="shop", slo="${slo}"}`]: "30x90",
  [`slo:error_budget_remaining:ratio{system="shop", slo="${slo}"}`]: "0.4x90",
});

const SCANS = 'system="scanner", slo="scans"';

/** Estimates of few events of an SLO that states a minimum of five bad ones. */
const few = (
  priority: "P0" | "P1",
  { hour = 4.6, recent = 2.6, all = 9.6 } = {},
): InputSeries => ({
  [`slo:burn_rate:ratio_1h{${SCANS}}`]: "50x20",
  [`slo:burn_rate:ratio_5m{${SCANS}}`]: "90x20",
  [`slo:bad_events:rate1h{${SCANS}}`]: `${String(hour / 3600)}x20`,
  [`slo:bad_events:rate5m{${SCANS}}`]: `${String(recent / 300)}x20`,
  [`slo:total_events:rate1h{${SCANS}}`]: `${String(all / 3600)}x20`,
  [`slo:total_events:rate5m{${SCANS}}`]: `${String(3.6 / 300)}x20`,
  [`slo:minimum_bad_events:count{${SCANS}}`]: "5x20",
  [`slo:time_period:days{${SCANS}}`]: "7x20",
  [`slo:error_budget_remaining:ratio{${SCANS}}`]: "-0.4x20",
  [`slo:declaration:info{${SCANS}, priority="${priority}"}`]: "1x20",
});

/** Five of ten in the hour, three of them in the last five minutes, are enough. */
const fewFires = (priority: "P0" | "P1"): FiringCase => ({
  before: "nothing",
  series: few(priority),
  at: minutes(5),
  expect: [
    {
      labels: { system: "scanner", slo: "scans" },
      summary:
        "scanner/scans burns its budget at 50 times the sustainable rate",
      description:
        "Bad were 5 of 10 events (of moments: seconds) in 1 hour and 3 of 4 in 5 minutes. -40% of the budget of 7 days is left.",
    },
  ],
});

/** Four bad ones; two in the last five minutes, whatever was spent before; nine in all. */
const tooFew = (priority: "P0" | "P1"): readonly QuietCase[] =>
  [{ hour: 4.4 }, { recent: 2.4 }, { all: 9.4 }].map((fewer) => ({
    series: few(priority, fewer),
    at: minutes(15),
  }));

/**
 * Requests to the example shop, of which a thousandth may fail: courses of bad and of good
 * requests.
 */
const requests = (failed: string, answered?: string): InputSeries => ({
  'shop_http_requests_total{status="500"}': failed,
  ...(answered === undefined
    ? {}
    : { 'shop_http_requests_total{status="200"}': answered }),
});
const failing = (failed: number, of: number): InputSeries =>
  requests(`1e7+${String(failed)}x60`, `1e7+${String(of - failed)}x60`);

/**
 * The same, of which a twentieth may take longer than half a second: courses of all, and of good
 * requests.
 */
const answers = (all: string, quick: string): InputSeries => ({
  'shop_http_request_duration_seconds_bucket{le="+Inf"}': all,
  'shop_http_request_duration_seconds_bucket{le="0.5"}': quick,
});
const slow = (percent: number): InputSeries =>
  answers("1e7+100x60", `1e7+${String(100 - percent)}x60`);

/** Of an SLO whose priority is P0. */
export const burningFastUrgent: AlertDeclaration = burningFastAt("P0", {
  fires: [
    {
      before: "nothing",
      series: {
        ...failing(11, 1_000),
        ...slow(54),
        ...lookedUp("availability"),
      },
      at: minutes(6),
      expect: [burns("availability", "11", "72 of 6500", "55 of 5000")],
      resolves: { series: failing(0, 1_000), after: minutes(1) },
    },
    fewFires("P0"),
  ],
  quiet: [
    { series: failing(9, 1_000), at: minutes(30) },
    // An SLO with priority P1 burns as fast.
    { series: slow(54), at: minutes(30) },
    ...tooFew("P0"),
    // The hour is bad, but the fault is over.
    {
      series: requests("1e7+20x20 10000400x15", "1e7+980x60"),
      at: minutes(35),
    },
    // The hour is bad, and the fault now burns nine and a half times too fast.
    {
      series: requests("1e7+20x20 10000409.5+9.5x15", "1e7+990x60"),
      at: minutes(35),
    },
    // It burns a little more than ten times too fast, but the hour was good before.
    {
      series: requests("1e7x60 10000010.5+10.5x60", "1e7+989.5x120"),
      at: minutes(117),
    },
  ],
});

/** Of an SLO whose priority is P1: more than half of the answers are late. */
export const burningFast: AlertDeclaration = burningFastAt("P1", {
  fires: [
    {
      before: "nothing",
      series: {
        ...slow(54),
        ...failing(11, 1_000),
        ...lookedUp("latency-p95-500ms"),
      },
      at: minutes(6),
      expect: [burns("latency-p95-500ms", "10.8", "351 of 650", "270 of 500")],
      resolves: { series: slow(0), after: minutes(1) },
    },
    fewFires("P1"),
  ],
  quiet: [
    { series: slow(47.5), at: minutes(30) },
    // An SLO with priority P0 burns as fast.
    { series: failing(11, 1_000), at: minutes(30) },
    ...tooFew("P1"),
    // The hour is bad, but the fault is over.
    {
      series: answers("1e7+100x60", "1e7x40 10000100+100x20"),
      at: minutes(55),
    },
    // The hour is bad, and the fault now burns nine and a half times too fast.
    {
      series: answers("1e7+100x60", "1e7x40 10000052.5+52.5x20"),
      at: minutes(55),
    },
    // It burns a little more than ten times too fast, but the hour was good before.
    {
      series: answers("1e7+100x120", "1e7+100x60 10006047.5+47.5x60"),
      at: minutes(117),
    },
  ],
});
