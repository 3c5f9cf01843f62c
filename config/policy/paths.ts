import { hours } from "../../model/duration";
import type { NotificationPath } from "../../model/notification-path";
import { PRIORITY_MATRIX } from "../../model/notification-path";

/**
 * Paths for alerts about any system: whatever its own priorities mean, these tell its people in this way.
 * Named for what they are, since the name is a label on the alert.
 */
export const ANY_SYSTEM = {
  /** Chat and e-mail, one hour. */
  chatAndEmail: { name: "chat-and-email", ...PRIORITY_MATRIX.P1 },
  /** Chat, four hours. */
  chat: { name: "chat", ...PRIORITY_MATRIX.P2 },
  /** Chat and e-mail, the next business day. */
  chatAndEmailNextDay: {
    name: "chat-and-email-next-day",
    ...PRIORITY_MATRIX.P3,
    channels: ["chat", "email"],
  },
  /** Chat, one hour. */
  chatSoon: { name: "chat-soon", ...PRIORITY_MATRIX.P2, response: hours(1) },
} as const satisfies Readonly<Record<string, NotificationPath>>;
