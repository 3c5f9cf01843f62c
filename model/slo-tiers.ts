import type { Colour } from "./dashboard";
import { days, hours, minutes, seconds } from "./duration";
import type { Duration } from "./duration";

/** A tier as the table holds it. */
export interface TierShape {
  /** Long window. In text form it is the value of the label `burn_tier`. */
  readonly long: Duration;
  /**
   * Short window; it shows that the budget still burns, so the alert resolves soon after the fault.
   */
  readonly short: Duration;
  readonly speed: "fast" | "slow";
  readonly for: Duration;
  readonly keepFiringFor: Duration;
  /** Share of the budget that is spent when the tier fires, by length of the period. */
  readonly share: { readonly week: number; readonly month: number };
  /**
   * Colour of burn rates above its factor in graphs; such graphs show the rate over its long
   * window.
   * @default not shown
   */
  readonly colour?: Colour;
}

/**
 * Multi-window, multi-burn-rate tiers, fastest first, with the shares of the SRE workbook for a
 * month and of Sloth's catalogue for a week. The only place that defines the windows of SLOs:
 * recorded windows, their tiles, the lines and limits of graphs, inhibitions and proofs follow from
 * it.
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
export const TIERS: readonly TierShape[] = [
  {
    long: hours(1),
    short: minutes(5),
    speed: "fast",
    for: seconds(0),
    keepFiringFor: minutes(5),
    share: { week: 0.08, month: 0.02 },
    colour: "red",
  },
  {
    long: hours(6),
    short: minutes(30),
    speed: "fast",
    for: seconds(0),
    keepFiringFor: minutes(5),
    share: { week: 0.125, month: 0.05 },
    colour: "orange",
  },
  {
    long: days(1),
    short: hours(2),
    speed: "slow",
    for: minutes(15),
    keepFiringFor: seconds(0),
    share: { week: 0.2, month: 0.1 },
  },
  {
    long: days(3),
    short: hours(6),
    speed: "slow",
    for: minutes(15),
    keepFiringFor: seconds(0),
    share: { week: 0.42, month: 0.1 },
    colour: "yellow",
  },
];
