import { minutes, seconds } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/** How soon the team acts, which is sooner than others do; a response counts as acknowledgement. */
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

/** Alerts that are told otherwise than their priority says. */
export const PATHS = {
  /** Wrong figures, or another tenant's: everybody at once, and again every quarter of an hour. */
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
  /** What users of the API feel at once. */
  soon: {
    name: "accubooks-soon",
    channels: ["chat", "email"],
    response: minutes(15),
    hours: "always",
  },
  /** Nothing is broken, but the people who plan the tiers read it in their mail. */
  planning: {
    name: "accubooks-planning",
    channels: ["chat", "email"],
    response: "next business day",
    hours: "business",
  },
} as const satisfies Readonly<Record<string, NotificationPath>>;
