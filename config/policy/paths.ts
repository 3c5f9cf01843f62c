import { ANY_SYSTEM_PATHS } from "../../model/any-system-paths";
import type { NotificationPath } from "../../model/notification-path";
import { PRIORITY_MATRIX } from "../../model/notification-path";

/**
 * Paths for alerts about any system: whatever its own priorities mean, these tell its people in
 * this way. Named for what they are, since the name is a label on the alert.
 */
export const ANY_SYSTEM = {
  ...ANY_SYSTEM_PATHS,
  /** Chat and e-mail, one hour. */
  chatAndEmail: { name: "chat-and-email", ...PRIORITY_MATRIX.P1 },
  /** Chat and e-mail, the next business day. */
  chatAndEmailNextDay: {
    name: "chat-and-email-next-day",
    ...PRIORITY_MATRIX.P3,
    channels: ["chat", "email"],
  },
} as const satisfies Readonly<Record<string, NotificationPath>>;
