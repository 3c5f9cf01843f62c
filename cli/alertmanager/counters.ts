/** Notification counters by integration: `slack`, `pagerduty`. */
export interface Counters {
  /** Messages that Alertmanager began to send. */
  readonly begun: Tally;
  /** Messages that it gave up, by reason. */
  readonly givenUp: Tally;
  /** Requests, of which a message may need several. */
  readonly requests: Tally;
  /**
   * Failed requests; they rise at once, while a message is given up only after a group interval.
   */
  readonly failedRequests: Tally;
}

/** Numbers by integration, or by receiver and integration where Alertmanager counts by receiver. */
export type Tally = Readonly<Record<string, number>>;

const SERIES = {
  begun: "alertmanager_notifications_total",
  givenUp: "alertmanager_notifications_failed_total",
  requests: "alertmanager_notification_requests_total",
  failedRequests: "alertmanager_notification_requests_failed_total",
} as const satisfies Readonly<Record<keyof Counters, string>>;

/** Reads the counters from the text of `/metrics`, of several members as one. */
export const readCounters = (texts: readonly string[]): Counters => ({
  begun: tally(texts, SERIES.begun),
  givenUp: tally(texts, SERIES.givenUp),
  requests: tally(texts, SERIES.requests),
  failedRequests: tally(texts, SERIES.failedRequests),
});

/** What was counted since an earlier reading. */
export const since = (before: Counters, after: Counters): Counters => ({
  begun: difference(before.begun, after.begun),
  givenUp: difference(before.givenUp, after.givenUp),
  requests: difference(before.requests, after.requests),
  failedRequests: difference(before.failedRequests, after.failedRequests),
});

/**
 * Whether the counters have receivers, which needs Alertmanager's feature
 * `receiver-name-in-metrics`.
 */
export const namesReceivers = ({ begun }: Counters): boolean =>
  Object.keys(begun).some((key) => key.includes("/"));

/** Key of a tally. */
export const tallyKey = (
  integration: string,
  receiver: string | undefined,
): string =>
  receiver === undefined ? integration : `${receiver}/${integration}`;

/** Adds up numbers under the same key. */
export function addUp(entries: Iterable<readonly [string, number]>): Tally {
  const sums: Record<string, number> = {};
  for (const [key, value] of entries) sums[key] = (sums[key] ?? 0) + value;
  return sums;
}

const tally = (texts: readonly string[], series: string): Tally =>
  addUp(
    texts.flatMap((text) =>
      text.split("\n").flatMap((line) => {
        const [, labels, value] =
          new RegExp(`^${series}\\{(.*)\\} (\\S+)`).exec(line) ?? [];
        const integration = label(labels, "integration");
        return integration === undefined
          ? []
          : [
              [
                tallyKey(integration, label(labels, "receiver_name")),
                Number(value),
              ] as const,
            ];
      }),
    ),
  );

const label = (labels: string | undefined, name: string): string | undefined =>
  new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(labels ?? "")?.[1];

/** A counter that fell was reset to zero. */
const difference = (before: Tally, after: Tally): Tally =>
  Object.fromEntries(
    Object.entries(after).map(([key, value]) => {
      const earlier = before[key] ?? 0;
      return [key, value < earlier ? value : value - earlier];
    }),
  );
