import { days, hours, minutes } from "../../model/duration";
import type { TierShape } from "../../model/slo-tiers";

/**
 * A changed table of tiers: another short window for the tier of 6 hours, a tier of 12 hours on
 * graphs, and one of a week, which is as long as a period.
 * @throws Error when the table has not the tiers that this one is made of
 */
export function otherTiers([
  hour,
  sixHours,
  day,
  ...slower
]: readonly TierShape[]): readonly TierShape[] {
  if (hour === undefined || sixHours === undefined || day === undefined) {
    throw new Error("the table has four tiers");
  }
  return [
    hour,
    { ...sixHours, short: minutes(20) },
    { ...sixHours, long: hours(12), short: hours(1), colour: "blue" },
    day,
    ...slower,
    {
      ...day,
      long: days(7),
      short: hours(14),
      share: { week: 0.9, month: 0.4 },
    },
  ];
}
