import { NOBODY } from "../../alertmanager/receivers";
import type { ShownAlert } from "../alertmanager/alertmanager";
import type { Expectation } from "./expectation";

/** What one member shows of the alert of a trial. */
export interface Sighting {
  readonly url: string;
  /** Undefined while the member does not show it. */
  readonly alert: ShownAlert | undefined;
}

/** What happened to a test alert, before it is known whether anything was sent. */
export type Outcome =
  | { readonly kind: "unseen"; readonly url: string }
  | { readonly kind: "strayed"; readonly receivers: readonly string[] }
  | {
      readonly kind: "suppressed";
      readonly inhibitedBy: readonly string[];
      readonly silencedBy: readonly string[];
      readonly mutedBy: readonly string[];
    }
  /** Nobody is notified, as declared. */
  | { readonly kind: "nobody"; readonly reason: string }
  /** Somebody should be notified, but the receiver has no integration. */
  | { readonly kind: "speechless" }
  | { readonly kind: "active" };

/** Judges what all members show: a fault at one of them is a fault. */
export function outcome(
  { receiver, notified, messages }: Expectation,
  sightings: readonly Sighting[],
): Outcome {
  const unseen = sightings.find(({ alert }) => alert === undefined);
  if (unseen !== undefined) return { kind: "unseen", url: unseen.url };
  const alerts = sightings.flatMap(({ alert }) => alert ?? []);
  const strayed = alerts
    .map(({ receivers }) => receivers.map(({ name }) => name))
    .find((names) => names.join() !== receiver);
  if (strayed !== undefined) return { kind: "strayed", receivers: strayed };
  if (receiver === NOBODY && notified.kind === "nobody") {
    return { kind: "nobody", reason: notified.reason };
  }
  if (Object.keys(messages).length === 0) return { kind: "speechless" };
  const [inhibitedBy, silencedBy, mutedBy] = (
    ["inhibitedBy", "silencedBy", "mutedBy"] as const
  ).map((key) => [...new Set(alerts.flatMap(({ status }) => status[key]))]);
  return [inhibitedBy, silencedBy, mutedBy].every(
    (suppressors) => suppressors?.length === 0,
  )
    ? { kind: "active" }
    : {
        kind: "suppressed",
        inhibitedBy: inhibitedBy ?? [],
        silencedBy: silencedBy ?? [],
        mutedBy: mutedBy ?? [],
      };
}
