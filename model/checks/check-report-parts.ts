import type { Problem } from "../problem";
import { checkChannel } from "./check-team";
import { CLOCK } from "./names";

/** What is switched off says why. */
export const checkReason = (
  path: string,
  { reason }: { readonly reason: string },
): readonly Problem[] =>
  reason.trim() === ""
    ? [
        {
          path,
          message: "is off, and nobody can read why",
          next: "give the reason",
        },
      ]
    : [];

/** A moment of the day at which a report is made. */
export const checkTime = (path: string, time: string): readonly Problem[] =>
  CLOCK.test(time)
    ? []
    : [
        {
          path,
          message: "is no time of day",
          got: time,
          allowed: "hours and minutes as 08:00",
          next: "correct it",
        },
      ];

/** Mailboxes, one at least. */
export const checkRecipients = (
  path: string,
  recipients: readonly string[],
): readonly Problem[] =>
  recipients.length === 0
    ? [
        {
          path,
          message: "nobody would get the report",
          next: "name a mailbox, or switch it off with a reason",
        },
      ]
    : checkChannel(path, { kind: "email", to: recipients });
