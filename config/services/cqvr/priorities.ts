import { days } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/**
 * What does not page is said in the team's channel, and what can wait is read in business hours.
 */
export const priorities: Partial<PriorityMatrix> = {
  P1: { ...PRIORITY_MATRIX.P1, channels: ["chat"] },
  P2: { ...PRIORITY_MATRIX.P2, hours: "business" },
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat", "email"] },
};

/** Something went well: told once, again after a week, and its end is no news. */
export const goodNews: NotificationPath = {
  name: "good-news",
  ...PRIORITY_MATRIX.P3,
  channels: ["chat", "email"],
  timing: { repeatInterval: days(7) },
  sendResolved: false,
};
