import { PRIORITY_MATRIX } from "../../../model/notification-path";
import type {
  NotificationPath,
  PriorityMatrix,
} from "../../../model/notification-path";

/**
 * What is worth knowing next day is said in the team's channel, where it can be discussed; nobody
 * collects it by e-mail.
 */
export const priorities: Partial<PriorityMatrix> = {
  P3: { ...PRIORITY_MATRIX.P3, channels: ["chat"] },
};

/** Urgent without e-mail: who is called reads Slack, and e-mail would come after the fact. */
export const pagerAndChat: NotificationPath = {
  name: "pager-and-chat",
  ...PRIORITY_MATRIX.P0,
  channels: ["pager", "chat"],
};

/**
 * Next business day, also to those who read no Slack: money is not the engineers' concern alone.
 */
export const chatAndEmailNextDay: NotificationPath = {
  name: "chat-and-email-next-day",
  ...PRIORITY_MATRIX.P3,
  channels: ["chat", "email"],
};
