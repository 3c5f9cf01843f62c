import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { gaugeLabels } from "../recording/gauge-ratio";
import type { Gauges } from "../recording/gauge-ratio";
import { seriesOf } from "../series";
import { aroundLimit, limited } from "./limit";
import type { Limit } from "./limit";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";

/** The whole of the gauge in a proof, of which whole numbers are used. */
const WHOLE = 1000;

/**
 * An alert on a recorded ratio of two gauges beyond a limit for the alert's `for`: a pool, a disk,
 * a quota.
 */
export function gaugeRatioLimit({
  ratio,
  gauges,
  limit,
  ...fields
}: AlertFields & {
  /** Name of the recorded ratio. */
  readonly ratio: string;
  /** The two gauges. */
  readonly gauges: Gauges;
  readonly limit: Limit;
}): AlertDeclaration {
  const labels = gaugeLabels(gauges);
  const { beyond, within } = aroundLimit(limit);
  const world = (share: number): InputSeries => ({
    [seriesOf(gauges.part, { ...labels, pod: "a" })]:
      `${String(Math.round(share * WHOLE))}x5`,
    [seriesOf(gauges.whole, { ...labels, pod: "a" })]: `${String(WHOLE)}x5`,
  });
  return alertOf(
    fields,
    {
      ...limited(ratio, limit),
      proof: {
        fires: [
          {
            series: world(beyond),
            at: fields.for,
            expect: [expectedTexts(fields, labels, beyond)],
            resolves: { after: minutes(1) },
          },
        ],
        quiet: [
          {
            series: world(within),
            at: minutes(fields.for.seconds / 60 + 5),
          },
        ],
      },
    },
    (limits) =>
      gaugeRatioLimit({
        ...fields,
        ratio,
        gauges,
        limit: limitInForce(limit, limits),
      }),
  );
}
