import { ANY_SYSTEM_PATHS } from "../../model/any-system-paths";
import type { NotificationPath } from "../../model/notification-path";
import { PRIORITY_MATRIX } from "../../model/notification-path";

/**
 * Notification paths of alerts about any system. They replace the route of the system's own
 * priority. The name of each becomes a label of the alert.
 */
export const ANY_SYSTEM = {
  ...ANY_SYSTEM_PATHS,
  /** Chat and e-mail, response within one hour. */
  chatAndEmail: { name: "chat-and-email", ...PRIORITY_MATRIX.P1 },
  /** Chat and e-mail, response on the next business day. */
  chatAndEmailNextDay: {
    name: "chat-and-email-next-day",
    ...PRIORITY_MATRIX.P3,
    channels: ["chat", "email"],
  },
} as const satisfies Readonly<Record<string, NotificationPath>>;
