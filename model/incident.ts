import type { IncidentExpectation } from "./incident-exception";

/**
 * A story of the owner: what goes wrong in a system for an hour, and who must be notified of it.
 * Proved beside what can go wrong in any system: `npm run incident -- <system> <name>`.
 */
export interface Incident {
  /** Kebab-case, unique within the system and unlike any kind that every system has. */
  readonly name: string;
  /** What is wrong, in one sentence for people. */
  readonly about: string;
  /** What its series show meanwhile; every other series is as in a healthy system. */
  readonly changes: readonly IncidentChange[];
  readonly expected: IncidentExpectation;
}

/** What can go wrong in any system, and is proved without being declared. */
export const GENERIC_INCIDENTS = [
  "everything-gone",
  "everything-but-probes-gone",
  "users-fail",
  "scrapes-refused",
  "scrapes-flap",
  "probe-flaps",
  "all-fail",
  "failures-flap",
  "slow",
  "five-percent-fail",
  "one-pod-fails",
  "two-faults",
  "one-event",
  "first-event",
  "one-failure",
  "two-failures",
  "no-traffic",
  "prometheus-restarts",
  "all-pods-restart",
  "deployment",
  "one-pod-gone",
  "one-pod-full",
  "dependency-gone",
  "exporter-gone",
  "push-stale",
  "metric-renamed",
  "quiet-day",
] as const;

/** What a series shows in an incident. Made by {@link becomes}, {@link grows} and their like. */
export type IncidentChange =
  | {
      readonly kind: "becomes";
      readonly series: string;
      readonly value: number;
    }
  | {
      readonly kind: "grows";
      readonly series: string;
      readonly perMinute: number;
    }
  | {
      readonly kind: "occurs";
      readonly series: string;
      readonly times: number;
    }
  | { readonly kind: "gone"; readonly series: string };

/**
 * Series have this value in every minute of the incident.
 *
 * @param series all that have this name and these labels: `shop_up{zone="a"}`
 */
export const becomes = (series: string, value: number): IncidentChange => ({
  kind: "becomes",
  series,
  value,
});

/**
 * Each of these series grows by so much in a minute, from what it showed before: a counter that
 * counts faster or not at all, a queue that fills.
 */
export const grows = (series: string, perMinute: number): IncidentChange => ({
  kind: "grows",
  series,
  perMinute,
});

/**
 * So many events in the first minute of the incident. Where no series counts such events the first
 * of them creates it.
 *
 * @param series with every label that the application sets: `refunds_total{currency="EUR"}`
 */
export const occurs = (series: string, times = 1): IncidentChange => ({
  kind: "occurs",
  series,
  times,
});

/** Series are not exposed any more. */
export const gone = (series: string): IncidentChange => ({
  kind: "gone",
  series,
});
