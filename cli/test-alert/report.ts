import { channelName } from "../../model/channel";
import { delivered } from "../alertmanager/delivery";
import type { Delivery } from "../alertmanager/delivery";
import type { Expectation } from "./expectation";
import type { Outcome } from "./outcome";
import { trialName } from "./trials";

/** A test alert with its final result. */
export interface Judged {
  readonly expectation: Expectation;
  readonly outcome: Outcome;
  /** What suppresses it, in words. */
  readonly suppressors: readonly string[];
}

/** What a report needs besides its test alerts. */
export interface Circumstances {
  readonly environment: string;
  /** Value of the label `trial`. */
  readonly id: string;
  /** When the alerts end, in ISO 8601. */
  readonly endsAt: string;
  /** Seconds that were waited. */
  readonly waited: number;
  readonly deliveries: readonly Delivery[];
  /** Whether messages are counted for each receiver separately. */
  readonly byReceiver: boolean;
  /** Members that were asked, and those that there are. */
  readonly members: { readonly asked: number; readonly all: number };
}

/** Whether everything is as expected. */
export const allHolds = (
  judged: readonly Judged[],
  deliveries: readonly Delivery[],
): boolean =>
  judged.every(
    ({ outcome: { kind } }) => kind === "active" || kind === "nobody",
  ) && deliveries.every(delivered);

/** What happened, what it means, and where a person must look now. */
export const report = (
  judged: readonly Judged[],
  circumstances: Circumstances,
): string =>
  [
    `${circumstances.environment}: trial ${circumstances.id}, ends by itself at ${circumstances.endsAt}`,
    judged.map(trialText).join("\n"),
    deliveryText(circumstances),
    tickList(judged, circumstances),
    allHolds(judged, circumstances.deliveries)
      ? "everything that Alertmanager can know of is as it must be"
      : "NOT as it must be: see the lines with FAILED",
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const trialText = ({
  expectation: { trial, receiver },
  outcome,
  suppressors,
}: Judged): string => {
  const name = trialName(trial);
  switch (outcome.kind) {
    case "active":
      return `${name}: reached receiver ${receiver}, and nothing suppresses it`;
    case "nobody":
      return `${name}: reached receiver ${receiver} only; nobody is notified: ${outcome.reason}`;
    case "unseen":
      return `FAILED ${name}: ${outcome.url} does not show it`;
    case "strayed":
      return `FAILED ${name}: reached receiver ${outcome.receivers.join(", ")}, not ${receiver}`;
    case "speechless":
      return `FAILED ${name}: receiver ${receiver} has no integration, so nobody is notified`;
    case "suppressed":
      return [
        `FAILED ${name}: reached receiver ${receiver}, but is`,
        ...suppressors,
      ].join("\n  ");
  }
};

function deliveryText({
  deliveries,
  byReceiver,
  members,
  waited,
}: Circumstances): string {
  if (deliveries.length === 0) return "";
  const late = deliveries.some(({ begun, wanted }) => begun < wanted);
  return [
    ...deliveries.map(deliveryLine),
    ...(byReceiver
      ? []
      : [
          "Messages are counted for all receivers together: other notifications in the meantime are included.",
        ]),
    ...(late
      ? [
          `After ${String(waited)} s not everything was sent. A trial in the same group shortly before delays this one by a group interval: try again then.`,
        ]
      : []),
    ...(members.asked < members.all
      ? [
          `${String(members.asked)} of ${String(members.all)} members were asked. Another one may have sent it, where the address is one that they share: name each with --url.`,
        ]
      : []),
  ].join("\n");
}

function deliveryLine(delivery: Delivery): string {
  const { key, wanted, begun, answered, refused, givenUp } = delivery;
  return [
    `${delivered(delivery) ? "" : "FAILED "}${key}: ${String(answered)} of ${String(wanted)} messages taken`,
    ...(begun < wanted ? [`${String(begun)} begun`] : []),
    ...(refused === 0
      ? []
      : [`${String(refused)} requests failed: Alertmanager's log says why`]),
    ...(givenUp === 0 ? [] : [`${String(givenUp)} given up`]),
  ].join(", ");
}

/** An accepted message need not have been shown; only a person can see that. */
function tickList(
  judged: readonly Judged[],
  { environment, endsAt }: Circumstances,
): string {
  const active = judged.flatMap(({ expectation, outcome }) =>
    outcome.kind === "active" ? expectation : [],
  );
  const quiet = active
    .filter(({ sendResolved }) => !sendResolved)
    .map(({ trial }) => trialName(trial));
  return active.length === 0
    ? ""
    : [
        "Now look, and tick:",
        ...active.flatMap(({ trial, notified }) =>
          (notified.kind === "somebody" ? notified.channels : []).map(
            (channel) =>
              `[ ] ${channelName(channel)} shows TEST … TestAlert, ${trialName(trial)}, ${environment}`,
          ),
        ),
        ...(quiet.length === active.length
          ? []
          : [
              `[ ] and each its end, within a group interval after ${endsAt}${quiet.length === 0 ? "" : `; not so ${quiet.join(", ")}`}`,
            ]),
      ].join("\n");
}
