import { minutes, seconds } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/** Response times, shorter than the general ones; a response counts as acknowledgement. */
export const priorities: Partial<PriorityMatrix> = {
  P0: { ...PRIORITY_MATRIX.P0, response: minutes(5) },
  P1: {
    channels: ["chat", "email"],
    response: minutes(30),
    hours: "always",
  },
  P2: { ...PRIORITY_MATRIX.P2, response: minutes(60) },
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat"] },
};

/** Notification paths of alerts that differ from their priority. */
export const PATHS = {
  /**
   * Wrong figures, or another tenant's: all channels at once, repeated every quarter of an hour.
   */
  integrity: {
    name: "accubooks-integrity",
    channels: ["pager", "chat", "email", "escalation"],
    response: minutes(0),
    hours: "always",
    timing: {
      groupWait: seconds(0),
      groupInterval: minutes(1),
      repeatInterval: minutes(15),
    },
  },
  /** Faults that users of the API notice at once. */
  soon: {
    name: "accubooks-soon",
    channels: ["chat", "email"],
    response: minutes(15),
    hours: "always",
  },
  /** No fault, but information by e-mail for the people who plan the tiers. */
  planning: {
    name: "accubooks-planning",
    channels: ["chat", "email"],
    response: "next business day",
    hours: "business",
  },
} as const satisfies Readonly<Record<string, NotificationPath>>;
