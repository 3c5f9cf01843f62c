import { hours } from "./duration";
import type { NotificationPath } from "./notification-path";
import { PRIORITY_MATRIX } from "./notification-path";

/**
 * Paths of the platform's alerts about any system: whatever its own priorities mean, these notify
 * its people in this way. Named for what they are, since the name is a label on the alert.
 */
export const ANY_SYSTEM_PATHS = {
  /** Chat, four hours. */
  chat: { name: "chat", ...PRIORITY_MATRIX.P2 },
  /** Chat, one hour. */
  chatSoon: { name: "chat-soon", ...PRIORITY_MATRIX.P2, response: hours(1) },
} as const satisfies Readonly<Record<string, NotificationPath>>;
