import type { Alert } from "../../../model/alert";
import type { InputSeries } from "../../../model/alert-proof";
import { minutes } from "../../../model/duration";
import type { Ratio } from "../../../model/ratio";
import { aroundLimit, limited } from "../../../patterns/alerts/limit";
import { alertOf, told } from "../../../patterns/alerts/told";
import type { AlertFields } from "../../../patterns/alerts/told";

/** A recorded share of one gauge in another has been above a limit for as long as the alert waits. */
export function measuredShare({
  record,
  limit,
  world,
  ...fields
}: AlertFields & {
  /** Name of the recorded share. */
  readonly record: string;
  readonly limit: { readonly name: string; readonly value: Ratio };
  /** Gauges that make a share. */
  readonly world: (share: number) => InputSeries;
}): Alert {
  const above = { ...limit, comparison: ">" } as const;
  const { beyond, within } = aroundLimit(above);
  return alertOf(fields, {
    ...limited(record, above),
    proof: {
      fires: [
        {
          series: world(beyond),
          at: fields.for,
          expect: [told(fields, {}, beyond)],
          resolves: { after: minutes(1) },
        },
      ],
      quiet: [
        { series: world(within), at: minutes(fields.for.seconds / 60 + 5) },
      ],
    },
  });
}
