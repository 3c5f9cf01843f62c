import { receiverName } from "../../alertmanager/receivers";
import { routePathsIn } from "../../alertmanager/paths-in-use";
import type { EnvironmentConfig } from "../../model/environment";
import type { Priority } from "../../model/alert";
import type { Service } from "../../model/service";
import type { Answer, Notification } from "./notifications";

/** Whom a receiver is for. */
export interface Recipient {
  readonly system: string;
  readonly priority: Priority;
}

/** The system and priority of each receiver. */
export const recipients = (
  services: readonly Service[],
): ReadonlyMap<string, Recipient> =>
  new Map(
    services.flatMap((service) =>
      routePathsIn(service, services).map(({ priority, path }) => [
        receiverName(service.key, priority, path),
        { system: service.key, priority },
      ]),
    ),
  );

/** A group of alerts that wakes somebody, from its first message until it is resolved. */
export interface Page {
  readonly recipient: Recipient;
  /** Minutes from the start of the fault until the first message; negative before it. */
  readonly minute: number;
  /** The minute in which it resolved. @default it was still open at the end */
  readonly until?: number;
  /** Names of the alerts in its first message. */
  readonly alerts: readonly string[];
}

/**
 * Whether a message wakes somebody: it goes to the pager; where an environment has none, P0 in the
 * chat stands for it.
 */
export const wakes =
  ({ notification }: EnvironmentConfig, all: ReadonlyMap<string, Recipient>) =>
  ({ receiver, integration }: Notification): boolean =>
    notification.pager.kind === "on"
      ? integration.startsWith("PagerdutyConfigs/")
      : all.get(receiver)?.priority === "P0";

/**
 * The pages of an incident: a group that opens at the pager is one, what is repeated or added to it
 * is none.
 *
 * @param from the minute in which the fault begins
 */
export function pagesOf(
  { notifications }: Answer,
  waking: (notification: Notification) => boolean,
  all: ReadonlyMap<string, Recipient>,
  from: number,
): readonly Page[] {
  const pages: Page[] = [];
  const open = new Map<string, number>();
  for (const message of notifications.filter(waking)) {
    const recipient = all.get(message.receiver);
    if (recipient === undefined) continue;
    const group = `${message.receiver} ${message.group}`;
    const minute = message.second / 60 - from;
    const known = open.get(group);
    if (known === undefined && message.firing.length > 0) {
      open.set(group, pages.length);
      pages.push({
        recipient,
        minute,
        alerts: namesIn(message.firing),
      });
    } else if (known !== undefined && message.firing.length === 0) {
      const page = pages[known];
      if (page !== undefined) pages[known] = { ...page, until: minute };
      open.delete(group);
    }
  }
  return pages;
}

export const namesIn = (
  alerts: readonly Readonly<Record<string, string>>[],
): readonly string[] =>
  [...new Set(alerts.map(({ alertname = "" }) => alertname))].sort();

/** Most pages that are open at one time. */
export const openAtOnce = (pages: readonly Page[]): number =>
  Math.max(
    0,
    ...pages.map(
      ({ minute }) =>
        pages.filter(
          (other) =>
            other.minute <= minute && minute < (other.until ?? Infinity),
        ).length,
    ),
  );
