import type { Problem } from "../problem";
import { checkChannel } from "./check-team";
import { CLOCK } from "./names";

/** Something switched off must have a reason. */
export const checkReason = (
  path: string,
  { reason }: { readonly reason: string },
): readonly Problem[] =>
  reason.trim() === ""
    ? [
        {
          path,
          message: "is off without a reason",
          next: "give the reason",
        },
      ]
    : [];

/** The time of day at which a report is made. */
export const checkTime = (path: string, time: string): readonly Problem[] =>
  CLOCK.test(time)
    ? []
    : [
        {
          path,
          message: "is not a time of day",
          got: time,
          allowed: "hours and minutes as 08:00",
          next: "correct it",
        },
      ];

/** At least one mailbox, each valid. */
export const checkRecipients = (
  path: string,
  recipients: readonly string[],
): readonly Problem[] =>
  recipients.length === 0
    ? [
        {
          path,
          message: "has no mailbox",
          next: "add one, or switch it off with a reason",
        },
      ]
    : checkChannel(path, { kind: "email", to: recipients });
