import { days } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/**
 * Alerts that do not page go to the team's channel; those that can wait are notified in business
 * hours.
 */
export const priorities: Partial<PriorityMatrix> = {
  P1: { ...PRIORITY_MATRIX.P1, channels: ["chat"] },
  P2: { ...PRIORITY_MATRIX.P2, hours: "business" },
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat", "email"] },
};

/** Good news: notified once, again after a week, and not when it resolves. */
export const goodNews: NotificationPath = {
  name: "good-news",
  ...PRIORITY_MATRIX.P3,
  channels: ["chat", "email"],
  timing: { repeatInterval: days(7) },
  sendResolved: false,
};
