import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { SLO_SERIES } from "./slo-series";
import { lastBefore } from "./tiles";
import type { TiledWindow } from "./tiles";
import type { Rule } from "../rules/rule-group";

/**
 * Events per second over a window, as the mean of its tiles: one sample of each instead of every
 * raw sample in the window.
 *
 * A tile without events is absent from the sum and so counts as zero. A tile whose end is in a gap
 * of the recording (a restart) is read at the last evaluation before it: see {@link lastBefore}.
 *
 * @param selector label matchers of the SLOs, without braces
 * @param system of the SLOs; as a label of the rule it distinguishes the trees of systems
 */
export const windowRules = (
  { length, tile, tiles }: TiledWindow,
  selector: string,
  system: string,
): readonly Rule[] =>
  (["bad", "total"] as const).map((which) => {
    const series = `${SLO_SERIES.events(which, tile)}{${selector}}`;
    const arms = Array.from({ length: tiles }, (_, index) =>
      arm(series, tile, index),
    );
    return {
      record: SLO_SERIES.events(which, length),
      expr: `sum without (tile) (
  ${arms.join("\n  or ")}
) / ${String(tiles)}`,
      labels: { system },
    };
  });

/**
 * Each tile gets a label of its own, so that tiles with equal labels do not hide each other in the
 * union.
 */
function arm(series: string, tile: Duration, index: number): string {
  const numbered = (vector: string): string =>
    `label_replace(${vector}, "tile", "${String(index)}", "", "")`;
  if (index === 0) return numbered(series);
  const offset = ` offset ${tileOffset(tile, index)}`;
  const lookback = lastBefore(tile);
  return numbered(
    lookback === undefined
      ? `${series}${offset}`
      : `${series}${offset} or last_over_time(${series}[${lookback.range.toString()}:${lookback.step.toString()}]${offset})`,
  );
}

const tileOffset = (tile: Duration, index: number): string =>
  minutes((tile.milliseconds / 60_000) * index).toString();
