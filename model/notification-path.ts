import type { AlertDefinition, Priority } from "./alert";
import type { ChannelRole } from "./channel";
import { hours, minutes } from "./duration";
import type { Duration } from "./duration";
import type { Service } from "./service";

/** Alertmanager's grouping and repeat times; omitted ones are inherited from the parent route. */
export interface Timing {
  /** `group_wait`: delay before the first notification of a group. */
  readonly groupWait?: Duration;
  /** `group_interval`: delay before a notification about changes in the group. */
  readonly groupInterval?: Duration;
  /** `repeat_interval`: time after which a firing alert is notified again. */
  readonly repeatInterval?: Duration;
}

/** Who is notified, how soon a person must act, and at which hours. */
export interface NotificationPolicy {
  /** Roles whose channels are all notified. */
  readonly channels: readonly ChannelRole[];
  /**
   * Time from the first notification to its acknowledgement.
   * @default no acknowledgement required
   */
  readonly acknowledge?: Duration;
  /** Time from the first notification until somebody acts. */
  readonly response: Duration | "next business day";
  /**
   * `business`: notify in business hours only. An alert that still fires when they begin is
   * notified then; one that has resolved is not.
   */
  readonly hours: "always" | "business";
  readonly timing?: Timing;
  /** Whether to notify when it resolves. @default true */
  readonly sendResolved?: boolean;
}

/** A response time for people: of no time at all `at once`, not `0s`. */
export const responseText = (
  response: NotificationPolicy["response"],
): string =>
  response !== "next business day" && response.milliseconds === 0
    ? "at once"
    : response.toString();

/**
 * A notification path that replaces the one of the alert's priority. The alert carries its name as
 * the label `path`.
 */
export interface NotificationPath extends NotificationPolicy {
  /** Kebab-case; one name has one meaning in all systems. */
  readonly name: string;
}

/** Notification policy of each priority in a system. */
export type PriorityMatrix = Readonly<Record<Priority, NotificationPolicy>>;

/** The default notification policy of each priority. */
export const PRIORITY_MATRIX: PriorityMatrix = {
  P0: {
    channels: ["pager", "chat", "email"],
    acknowledge: minutes(5),
    response: minutes(15),
    hours: "always",
  },
  P1: {
    channels: ["chat", "email"],
    acknowledge: minutes(30),
    response: hours(1),
    hours: "always",
  },
  P2: { channels: ["chat"], response: hours(4), hours: "always" },
  P3: {
    channels: ["email"],
    response: "next business day",
    hours: "business",
  },
};

/** Priorities, most urgent first. */
export const PRIORITIES: readonly Priority[] = ["P0", "P1", "P2", "P3"];

/** A priority and those that are less urgent. */
export const atMost = (priority: Priority): readonly Priority[] =>
  PRIORITIES.slice(PRIORITIES.indexOf(priority));

/** Priorities that are less urgent. */
export const lessUrgent = (priority: Priority): readonly Priority[] =>
  atMost(priority).slice(1);

/**
 * Whether somebody must act at any hour. Such an alert is never silenced and never waits for
 * business hours.
 */
export const isUrgent = (priority: Priority): boolean =>
  priority === "P0" || priority === "P1";

/** The priorities of a system: the defaults with its overrides. */
export const matrixOf = (
  service: Pick<Service, "priorities">,
): PriorityMatrix => ({ ...PRIORITY_MATRIX, ...service.priorities });

/** The notification path of an alert, before the environment switches channels off. */
export const notificationPolicyOf = (
  alert: Pick<AlertDefinition, "path" | "priority">,
  service: Pick<Service, "priorities">,
): NotificationPolicy => alert.path ?? matrixOf(service)[alert.priority];
