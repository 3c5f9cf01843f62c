import { remembered } from "../../model/remembered";
import type { Route } from "../../alertmanager/alertmanager-form";
import { matches, readMatcher } from "../../alertmanager/matchers";

/** A route and where it stands among its siblings. */
export interface Sibling {
  readonly place: number;
  readonly route: Route;
}

/**
 * Siblings indexed by one of their matchers: there is a route for every system, and an alert
 * concerns one.
 */
export interface Siblings {
  /**
   * By the label and value of the first `=` matcher of each, one with a value if there is any: see
   * {@link askedBy}.
   */
  readonly byEqual: ReadonlyMap<string, readonly Sibling[]>;
  /** Labels of these matchers. */
  readonly labels: readonly string[];
  /** Siblings without an `=` matcher. */
  readonly others: readonly Sibling[];
}

/** The value that a matcher requires of a label. */
export const askedBy = (label: string, value: string): string =>
  `${label}=${value}`;

/** Siblings in order, indexed once for all alerts. */
export const siblings = remembered((routes: readonly Route[]): Siblings => {
  const byEqual = new Map<string, Sibling[]>();
  const labels = new Set<string>();
  const others: Sibling[] = [];
  for (const [place, route] of routes.entries()) {
    const equals = route.matchers
      .map(readMatcher)
      .filter(({ operator }) => operator === "=");
    // A label that must be absent is absent of many alerts.
    const equal = equals.find(({ value }) => value !== "") ?? equals[0];
    if (equal === undefined) {
      others.push({ place, route });
      continue;
    }
    labels.add(equal.label);
    const asked = askedBy(equal.label, equal.value);
    const known = byEqual.get(asked);
    if (known === undefined) byEqual.set(asked, [{ place, route }]);
    else known.push({ place, route });
  }
  return { byEqual, labels: [...labels], others };
});

/**
 * The routes that take an alert with these labels: the first that matches, and the next ones while
 * each says to continue.
 */
export function matchingRoutes(
  routes: readonly Route[],
  alert: Readonly<Record<string, string>>,
): readonly Route[] {
  const { byEqual, labels, others } = siblings(routes);
  const candidates = labels
    .flatMap((label) => byEqual.get(askedBy(label, alert[label] ?? "")) ?? [])
    .concat(others)
    .sort((a, b) => a.place - b.place);
  const taken: Route[] = [];
  for (const { route } of candidates) {
    if (!matches(route.matchers, alert)) continue;
    taken.push(route);
    if (route.continue !== true) break;
  }
  return taken;
}
