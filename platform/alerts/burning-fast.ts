import type { AlertDeclaration } from "../../model/alert";
import type { AlertProof, InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { SLO_DASHBOARD_OF_SERIES } from "../../model/slo-dashboard";
import { count } from "../../model/threshold";

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
    and slo:bad_events:rate1h * 3600 >= on (system, slo) group_left () slo:minimum_bad_events:count
)
  and on (system, slo) slo:declaration:info{priority="${priority}"}`,
  thresholds: { burnRate: count(10, "times the sustainable rate") },
  for: minutes(5),
  severity: "critical",
  priority,
  summary:
    "{{ $labels.system }}/{{ $labels.slo }} burns its budget at {{ $value | humanize }} times the sustainable rate",
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
      "slo:bad_events:rate1h * 3600 >= → >":
        "the number of events is an estimate from rates, never exactly the minimum",
    },
  },
});

const burns = (slo: string, times: string) => ({
  labels: { system: "shop", slo },
  summary: `shop/${slo} burns its budget at ${times} times the sustainable rate`,
});

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
      series: { ...failing(11, 1_000), ...slow(54) },
      at: minutes(6),
      expect: [burns("availability", "11")],
      resolves: { series: failing(0, 1_000), after: minutes(1) },
    },
    {
      // Full outage at low traffic: fires when five requests have failed.
      before: "nothing",
      series: requests("1e7+0.095x60"),
      at: minutes(58),
      expect: [burns("availability", "1k")],
    },
  ],
  quiet: [
    { series: failing(9, 1_000), at: minutes(30) },
    // An SLO with priority P1 burns as fast.
    { series: slow(54), at: minutes(30) },
    // Four and a half failures in an hour: all of the traffic, but too few to page.
    { series: requests("1e7+0.08x60"), at: minutes(57) },
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
      series: { ...slow(54), ...failing(11, 1_000) },
      at: minutes(6),
      expect: [burns("latency-p95-500ms", "10.8")],
      resolves: { series: slow(0), after: minutes(1) },
    },
    {
      // Every answer is late, at low traffic.
      before: "nothing",
      series: answers("1e7+0.095x60", "1e7x60"),
      at: minutes(58),
      expect: [burns("latency-p95-500ms", "20")],
    },
  ],
  quiet: [
    { series: slow(47.5), at: minutes(30) },
    // An SLO with priority P0 burns as fast.
    { series: failing(11, 1_000), at: minutes(30) },
    // Four and a half late answers in an hour.
    { series: answers("1e7+0.08x60", "1e7x60"), at: minutes(57) },
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
