import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import type { Ratio } from "../../model/ratio";
import { shortQuery } from "../../model/short-query";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce } from "../alerts/limits-in-force";
import { rounded } from "../query";
import { gaugeLabels } from "../recording/gauge-ratio";
import type { Gauges } from "../recording/gauge-ratio";
import { equalityMatchers, withLabels } from "../series";
import {
  firingCase,
  prediction,
  quietCase,
  secondsAhead,
  seriesOfGone,
} from "./predicted";
import type { Line } from "./predicted";

/** An increasing ratio. */
interface GrowingShare extends Line {
  /** Selector of the recorded used ratio. */
  readonly ratio: string;
  /** The two gauges. */
  readonly gauges: Gauges;
  /** Ratio at which it is full. */
  readonly full: Ratio;
  /** Minimum used ratio: far from the end, noise gives steep lines. */
  readonly usedRatio: Ratio;
}

/**
 * An alert on a ratio that is already high and predicted to become full.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#predict_linear
 */
export function predictedFull({
  ratio,
  gauges,
  window,
  ahead,
  full,
  usedRatio,
  ...fields
}: AlertFields & GrowingShare): AlertDeclaration {
  const cases = prediction({
    window,
    ahead,
    wait: fields.for,
    end: full.value,
    floor: usedRatio.value,
  });
  const { foreseen, quiet } = cases;
  const world = (gone: readonly number[]) =>
    seriesOfGone(gauges, cases, gone, "used");
  /** The same series of others, about to become full. */
  const unrelated: InputSeries = Object.fromEntries(
    Object.keys(equalityMatchers(ratio)).flatMap((label) =>
      Object.entries(world(foreseen[0]?.gone ?? [])).map(([series, values]) => [
        withLabels(series, { [label]: "other" }),
        values,
      ]),
    ),
  );
  const line = `predict_linear(${ratio}[${window.toString()}], ${secondsAhead(ahead)})`;
  return alertOf(
    fields,
    {
      expr: `${line} > {full}
and ${ratio} > {usedRatio}`,
      thresholds: { full, usedRatio },
      proof: {
        fires: foreseen.map(({ gone, at, predicted }) =>
          firingCase(
            world(gone),
            world([usedRatio.value / 2]),
            at,
            cases,
            expectedTexts(fields, gaugeLabels(gauges), rounded(predicted)),
          ),
        ),
        quiet: quiet.map(({ gone, at }, index) =>
          quietCase(
            { ...(index === 0 ? unrelated : {}), ...world(gone) },
            at,
            cases,
          ),
        ),
        equivalent: {
          ...(Number.isInteger(full.value)
            ? {
                [`${shortQuery(line)} > → >=`]:
                  "a line through a window is never exactly at a limit",
              }
            : {}),
          ...Object.fromEntries(
            Object.entries(equalityMatchers(ratio)).flatMap(([label, value]) =>
              ["", " (#2)"].map((place) => [
                `without ${label}="${value}"${place}`,
                `the other side of the condition selects the ${label} too`,
              ]),
            ),
          ),
        },
      },
    },
    (limits) =>
      predictedFull({
        ...fields,
        ratio,
        gauges,
        window,
        ahead,
        full: inForce(full, "full", limits),
        usedRatio: inForce(usedRatio, "usedRatio", limits),
      }),
  );
}
