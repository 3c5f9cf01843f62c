import type { AlertDefinition, Priority } from "./alert";
import type { ChannelRole } from "./channel";
import { hours, minutes } from "./duration";
import type { Duration } from "./duration";
import type { Service } from "./service";

/** How Alertmanager gathers and repeats; what is left out is the tree's own. */
export interface Timing {
  /** How long to wait for other alerts of the group before the first message. */
  readonly groupWait?: Duration;
  /** How long to wait before telling of changes in the group. */
  readonly groupInterval?: Duration;
  /** How long until an alert that still fires is told again. */
  readonly repeatInterval?: Duration;
}

/** Who is told, how soon a person acts, and at which hours. */
export interface NotificationPolicy {
  /** Roles whose channels must all hear of it. */
  readonly channels: readonly ChannelRole[];
  /**
   * Time from the first notification until somebody says that they have seen it. @default not asked
   * for
   */
  readonly acknowledge?: Duration;
  /** Time from the first notification until somebody acts. */
  readonly response: Duration | "next business day";
  /**
   * `business`: told in business hours only; what still fires when they begin is told then, what
   * resolved is not.
   */
  readonly hours: "always" | "business";
  readonly timing?: Timing;
  /** Whether the end is told too. @default true */
  readonly sendResolved?: boolean;
}

/**
 * A reach that differs from the one of the alert's priority. The alert carries its name as the
 * label `path`.
 */
export interface NotificationPath extends NotificationPolicy {
  /** Kebab case; one name, one meaning in all systems. */
  readonly name: string;
}

/** What each priority means to a system's people. */
export type PriorityMatrix = Readonly<Record<Priority, NotificationPolicy>>;

/** What holds where a system says nothing else. */
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

/** Priorities from the most urgent one on. */
export const PRIORITIES: readonly Priority[] = ["P0", "P1", "P2", "P3"];

/**
 * Whether somebody is to act at any hour: such an alert is never silenced, and never waits for
 * business hours.
 */
export const isUrgent = (priority: Priority): boolean =>
  priority === "P0" || priority === "P1";

/** The matrix of a system: the general one with what it overrides. */
export const matrixOf = (
  service: Pick<Service, "priorities">,
): PriorityMatrix => ({ ...PRIORITY_MATRIX, ...service.priorities });

/** Who is to be told of an alert of a system, before an environment switches anything off. */
export const notificationPolicyOf = (
  alert: Pick<AlertDefinition, "path" | "priority">,
  service: Pick<Service, "priorities">,
): NotificationPolicy => alert.path ?? matrixOf(service)[alert.priority];
