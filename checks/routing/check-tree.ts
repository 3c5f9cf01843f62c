import type { EnvironmentConfig } from "../../model/environment";
import { repeated } from "../../model/checks/names";
import type { Problem } from "../../model/problem";
import { INTEGRATIONS } from "../../alertmanager/alertmanager-form";
import type {
  AlertmanagerConfig,
  InhibitRule,
  RootRoute,
  Route,
} from "../../alertmanager/alertmanager-form";
import { matches, readMatcher } from "../../alertmanager/matchers";
import { NOBODY } from "../../alertmanager/receivers";
import { askedBy, siblings } from "./first-matching";
import type { Sibling } from "./first-matching";
import { longestRepeat } from "./longest-repeat";
import type { RoutedAlert } from "./routed-alert";
import { NOWHERE } from "./routed-alerts";

/** Labels that no alert of ours lacks. Where both lack one, an inhibition takes them for equal. */
const NEVER_MISSING = ["system", "environment", "condition", "alertname"];

/** Problems of a configuration that do not depend on any alert. */
export function checkTree(
  environment: EnvironmentConfig,
  config: AlertmanagerConfig,
  alerts: readonly RoutedAlert[],
): readonly Problem[] {
  const path = `routes of ${environment.name}`;
  // Nearly all alerts have all of them, and there are rules for every system.
  const incomplete = alerts.filter(({ labels }) =>
    NEVER_MISSING.some((label) => (labels[label] ?? "") === ""),
  );
  const ofSystems = incomplete.filter(
    ({ labels }) => (labels["system"] ?? "") !== "",
  );
  return [
    ...checkReceivers(path, config),
    ...checkShadows(path, config.route),
    ...config.inhibit_rules.flatMap((rule) =>
      checkInhibition(path, rule, isOfSystem(rule) ? ofSystems : incomplete),
    ),
    ...checkRepeats(environment, config),
  ];
}

function checkReceivers(
  path: string,
  { receivers, route }: AlertmanagerConfig,
): readonly Problem[] {
  const named = new Set(routesOf(route).map(({ receiver }) => receiver));
  return [
    ...repeated(receivers.map(({ name }) => name)).map((name) => ({
      path: `${path} receiver "${name}"`,
      message: "the name is used twice",
      next: "rename a path or a system: only the first would be notified",
    })),
    ...receivers
      .filter(({ name }) => name !== NOBODY && !named.has(name))
      .map(({ name }) => ({
        path: `${path} receiver "${name}"`,
        message: "no route names it",
        next: "remove it, or give it a route",
      })),
    ...receivers
      .filter(
        (receiver) =>
          receiver.name !== NOBODY &&
          INTEGRATIONS.every((list) => (receiver[list] ?? []).length === 0),
      )
      .map(({ name }) => ({
        path: `${path} receiver "${name}"`,
        message: "notifies nobody",
        next: "give its team a channel, or declare that nobody is notified",
      })),
  ];
}

const routesOf = (route: RootRoute | Route): readonly (RootRoute | Route)[] => [
  route,
  ...(route.routes ?? []).flatMap(routesOf),
];

/**
 * A route that can never match, because an earlier sibling takes every alert that it would take.
 */
function checkShadows(
  path: string,
  route: RootRoute | Route,
): readonly Problem[] {
  const routes = route.routes ?? [];
  return routes.flatMap((later, index) => [
    ...mayTakeAll(routes, later)
      .filter(
        ({ place, route: earlier }) =>
          place < index && takesAll(earlier, later),
      )
      .map(({ route: earlier }) => ({
        path: `${path} route ${later.matchers.join(", ")}`,
        message: "never matches",
        got: `${earlier.matchers.join(", ") || "a route without matchers"} before it takes every alert`,
        next: "narrow the first, or remove this one",
      })),
    ...checkShadows(path, later),
  ]);
}

/**
 * Siblings without matchers, or with a matcher that the route has too, in order: no other sibling
 * can take all of its alerts.
 */
function mayTakeAll(
  routes: readonly Route[],
  { matchers }: Route,
): readonly Sibling[] {
  const { byEqual, others } = siblings(routes);
  return matchers
    .map(readMatcher)
    .filter(({ operator }) => operator === "=")
    .flatMap(({ label, value }) => byEqual.get(askedBy(label, value)) ?? [])
    .concat(others)
    .sort((a, b) => a.place - b.place);
}

/**
 * Whether each matcher of the first follows from one of the second. What continues takes nothing
 * from the routes after it.
 */
const takesAll = (earlier: Route, later: Route): boolean =>
  earlier.continue !== true &&
  earlier.matchers.every((text) => {
    const { label } = readMatcher(text);
    return later.matchers.some((other) => {
      const own = readMatcher(other);
      return (
        other === text ||
        (own.label === label &&
          own.operator === "=" &&
          matches([text], { [label]: own.value }))
      );
    });
  });

/** Whether an inhibition is about alerts of one system alone. */
const isOfSystem = ({
  source_matchers,
  target_matchers,
}: InhibitRule): boolean =>
  [source_matchers, target_matchers].every((side) =>
    side.some((text) => {
      const { label, operator, value } = readMatcher(text);
      return label === "system" && operator === "=" && value !== "";
    }),
  );

/** An inhibition that would compare labels which its alerts do not have. */
function checkInhibition(
  path: string,
  rule: InhibitRule,
  alerts: readonly RoutedAlert[],
): readonly Problem[] {
  const compared = rule.equal.filter((label) => NEVER_MISSING.includes(label));
  return alerts.flatMap(({ name, source, labels }) => {
    if (source === NOWHERE) return [];
    const lacking = compared.filter((label) => (labels[label] ?? "") === "");
    // Nearly all have them, so whether the rule is about an alert is asked last.
    return lacking.length === 0 ||
      !(
        matches(rule.source_matchers, labels) ||
        matches(rule.target_matchers, labels)
      )
      ? []
      : lacking.map((label) => ({
          path: `${source} alert "${name}"`,
          message: `lacks the label ${label}, and ${path} compare it: two that lack it inhibit each other`,
          next: "give it the label",
        }));
  });
}

/**
 * The notification log forgets a notification after its retention; a longer repeat interval would
 * then repeat early.
 */
function checkRepeats(
  environment: EnvironmentConfig,
  config: AlertmanagerConfig,
): readonly Problem[] {
  const longest = longestRepeat(config.route);
  const { retention } = environment.alertmanager;
  return retention.milliseconds > longest.milliseconds
    ? []
    : [
        {
          path: `environments/${environment.name} alertmanager.retention`,
          message:
            "not longer than the longest repeat interval: alerts would be repeated sooner than that",
          got: retention.toString(),
          allowed: `above ${longest.toString()}`,
          next: "raise it",
        },
      ];
}
