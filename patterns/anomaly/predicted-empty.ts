import type { AlertDeclaration } from "../../model/alert";
import type { Ratio } from "../../model/ratio";
import { shortQuery } from "../../model/short-query";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce } from "../alerts/limits-in-force";
import { rounded } from "../query";
import { gaugeLabels } from "../recording/gauge-ratio";
import type { Gauges } from "../recording/gauge-ratio";
import {
  firingCase,
  prediction,
  quietCase,
  secondsAhead,
  seriesOfGone,
} from "./predicted";
import type { Line } from "./predicted";

/** A decreasing amount. */
interface ShrinkingAmount extends Line {
  /**
   * The remaining amount, and the whole; each has one series per combination of grouping labels.
   */
  readonly gauges: Omit<Gauges, "aggregation">;
  /** Maximum remaining share: far from the end, noise gives steep lines. */
  readonly freeRatio: Ratio;
}

/**
 * An alert on an amount that is already low and predicted to run out.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#predict_linear
 */
export function predictedEmpty({
  gauges: pair,
  window,
  ahead,
  freeRatio,
  ...fields
}: AlertFields & ShrinkingAmount): AlertDeclaration {
  const gauges = { ...pair, aggregation: "sum" } as const;
  const cases = prediction({
    window,
    ahead,
    wait: fields.for,
    end: 1,
    floor: 1 - freeRatio.value,
  });
  const { foreseen, quiet, whole } = cases;
  const world = (gone: readonly number[]) =>
    seriesOfGone(gauges, cases, gone, "free");
  const line = `predict_linear(${gauges.part}[${window.toString()}], ${secondsAhead(ahead)})`;
  return alertOf(
    fields,
    {
      expr: `${line} < 0
and ${gauges.part} / (${gauges.whole} > 0) < {freeRatio}`,
      thresholds: { freeRatio },
      proof: {
        fires: foreseen.map(({ gone, at, predicted }) =>
          firingCase(
            world(gone),
            world([0]),
            at,
            cases,
            expectedTexts(
              fields,
              gaugeLabels(gauges),
              rounded((1 - predicted) * whole),
            ),
          ),
        ),
        quiet: quiet.map(({ gone, at }) => quietCase(world(gone), at, cases)),
        equivalent: {
          [`${shortQuery(line)} < → <=`]:
            "a line through a window is never exactly at a limit",
          [`${shortQuery(gauges.whole)} > → >=`]: NO_SHARE,
          "0 → 1 (#2)": "no gauge has a whole of one",
          "0 → (-1) (#2)": NO_SHARE,
        },
      },
    },
    (limits) =>
      predictedEmpty({
        ...fields,
        gauges: pair,
        window,
        ahead,
        freeRatio: inForce(freeRatio, "freeRatio", limits),
      }),
  );
}

const NO_SHARE = "a share of nothing is no number, and is below no limit";
