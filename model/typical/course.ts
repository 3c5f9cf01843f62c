import type { EnvironmentKind } from "../environment-choice";
import type { GaugeValue, Level, Rate } from "./typical";

/**
 * Shares of the busiest hour's traffic in each hour of a day, local time: people who work. Traffic
 * of a healthy system follows it.
 */
export const WORKING_DAY: readonly number[] = [
  0.2, 0.15, 0.1, 0.1, 0.1, 0.15, 0.3, 0.5, 0.8, 0.95, 1, 1, 0.9, 0.95, 1, 1,
  0.95, 0.85, 0.7, 0.6, 0.5, 0.4, 0.35, 0.25,
];

/**
 * Traffic of an environment in its busiest hour, as a share of production's: where nobody depends
 * on it, a twentieth.
 */
export const trafficShare = ({
  kind,
}: {
  readonly kind: EnvironmentKind;
}): number => (kind === "production" ? 1 : 1 / 20);

/** Seconds that a gauge takes from its lowest value to its highest and back. */
const SWING = 3600;

/** What lies ahead is renewed once a day. */
const DAY = 86_400;

/**
 * How much a counter has counted.
 *
 * @param seconds since the start, each multiplied by its hour's share of the traffic; since 1970
 *   where the rate is scheduled
 * @param among how many series share the rate
 * @param index which of them: events of several series do not fall on one instant
 * @param before what it had counted at the start
 */
export function counted(
  { perSecond, counts }: Rate,
  seconds: number,
  among: number,
  index: number,
  before: number,
): number {
  const grown = (perSecond * seconds) / among;
  return counts === "amount"
    ? before + grown
    : before + Math.floor(grown + ((index * 0.618) % 1));
}

/**
 * The value of a gauge.
 *
 * @param at seconds since 1970
 * @param index which series: they do not all move together
 */
export function levelAt(level: GaugeValue, at: number, index: number): number {
  switch (level.kind) {
    case "level":
      return swing(level, (at / SWING + index * 0.618) % 1);
    case "last-run": {
      const every = level.every.seconds;
      return Math.floor((at - every / 3) / every) * every + every / 3;
    }
    case "ahead":
      return Math.floor(at / DAY) * DAY + level.by.seconds;
    case "age": {
      const span = level.most.seconds - level.least.seconds;
      return span === 0
        ? level.least.seconds
        : level.least.seconds + ((at + index * 0.618 * span) % span);
    }
  }
}

/** Half of the time about the usual value, a quarter each towards both ends. */
function swing({ low, usual, high }: Level, phase: number): number {
  const whole = [low, usual, high].every(Number.isInteger);
  const value =
    phase < 0.5
      ? usual + (high - usual) * Math.sin(phase * 2 * Math.PI) ** 3
      : usual + (usual - low) * Math.sin(phase * 2 * Math.PI) ** 3;
  return whole ? Math.round(value) : value;
}
