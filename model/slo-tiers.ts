import type { Colour } from "./dashboard";
import { days, hours, minutes, seconds } from "./duration";
import type { Duration } from "./duration";

/** A tier as the table has it. */
export interface TierShape {
  /**
   * Window over which the budget must burn. Written out it is the value of the label `burn_tier`.
   */
  readonly long: Duration;
  /** Window that shows that it burns still, so that the alert ends soon after the fault. */
  readonly short: Duration;
  readonly speed: "fast" | "slow";
  readonly for: Duration;
  readonly keepFiringFor: Duration;
  /** Share of the budget that is gone when the tier fires, by length of the period. */
  readonly share: { readonly week: number; readonly month: number };
  /**
   * Colour of graphs of burn rates above its factor; they show the rate over its long window.
   * @default not shown
   */
  readonly colour?: Colour;
}

/**
 * Multi-window, multi-burn-rate tiers with the shares of the SRE workbook for a month and of
 * Sloth's catalogue for a week, fastest first. The only place that says over which windows an SLO
 * is watched: which windows are recorded, the tiles that they are made of, the lines and limits of
 * graphs, which alert silences which, and the proofs follow from it.
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
