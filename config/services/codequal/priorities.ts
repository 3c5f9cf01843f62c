import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/** P3 goes to the team's channel, where it can be discussed, and not to e-mail. */
export const priorities: Partial<PriorityMatrix> = {
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat"] },
};

/** Urgent without e-mail: people on call read Slack, and e-mail would come too late. */
export const pagerAndChat: NotificationPath = {
  name: "pager-and-chat",
  ...PRIORITY_MATRIX.P0,
  channels: ["pager", "chat"],
};

/** Next business day, also by e-mail, since costs concern more than the engineers. */
export const chatAndEmailNextDay: NotificationPath = {
  name: "chat-and-email-next-day",
  ...PRIORITY_MATRIX.P3,
  channels: ["chat", "email"],
};
