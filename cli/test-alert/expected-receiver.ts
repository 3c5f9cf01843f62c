import type { RootRoute, Route } from "../../routing/alertmanager-form";
import { matches } from "../../routing/matchers";

/** Where an alert ends in a tree of routes, and how long it is gathered there. */
export interface Destination {
  readonly receiver: string;
  /** As the tree states it: `30s`. */
  readonly groupWait: string;
  /** As the tree states it: `5m`. */
  readonly groupInterval: string;
}

/**
 * Walks the tree as Alertmanager does: the first route that matches takes the alert, and what it leaves out comes from above.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#route
 */
export const expectedReceiver = (
  { receiver, group_wait, group_interval, routes }: RootRoute,
  labels: Readonly<Record<string, string>>,
): Destination =>
  walk(
    {
      receiver,
      groupWait: group_wait ?? UNSTATED.groupWait,
      groupInterval: group_interval ?? UNSTATED.groupInterval,
    },
    routes,
    labels,
  );

/** What Alertmanager takes where nothing is stated. */
const UNSTATED = { groupWait: "30s", groupInterval: "5m" };

function walk(
  above: Destination,
  routes: readonly Route[],
  labels: Readonly<Record<string, string>>,
): Destination {
  const taken = routes.find(({ matchers }) => matches(matchers, labels));
  return taken === undefined
    ? above
    : walk(
        {
          receiver: taken.receiver,
          groupWait: taken.group_wait ?? above.groupWait,
          groupInterval: taken.group_interval ?? above.groupInterval,
        },
        taken.routes ?? [],
        labels,
      );
}
