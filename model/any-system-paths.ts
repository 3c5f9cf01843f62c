import { hours } from "./duration";
import type { NotificationPath } from "./notification-path";
import { PRIORITY_MATRIX } from "./notification-path";

/**
 * Notification paths of the platform's alerts about any system. They replace the route of the
 * system's own priority. The name of each becomes a label of the alert.
 */
export const ANY_SYSTEM_PATHS = {
  /** Chat, response within four hours. */
  chat: { name: "chat", ...PRIORITY_MATRIX.P2 },
  /** Chat, response within one hour. */
  chatSoon: { name: "chat-soon", ...PRIORITY_MATRIX.P2, response: hours(1) },
} as const satisfies Readonly<Record<string, NotificationPath>>;
