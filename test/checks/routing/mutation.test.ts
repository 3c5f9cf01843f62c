import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import type { AlertmanagerConfig } from "../../../alertmanager/alertmanager-form";
import { NOBODY } from "../../../alertmanager/receivers";
import { checkRoutingIn } from "../../../checks/routing/check-routing";
import { routedAlerts } from "../../../checks/routing/routed-alerts";
import { walk } from "../../../checks/routing/walk";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { services } from "../../support/declared";
import { treeMutants } from "./tree-mutants";

it.each([
  ["production", production, 120],
  ["staging", staging, 70],
])("detects every mutant of the tree of %s", (_, environment, atLeast) => {
  const config = alertmanagerConfig(environment, services);
  const alerts = routedAlerts(environment, services);
  /** Where every alert is routed; a receiver that notifies nobody has no time intervals. */
  const courses = (tree: AlertmanagerConfig): string =>
    JSON.stringify(
      alerts.map(({ labels }) => {
        const { receiver, mutedIn, activeIn } = walk(tree, labels);
        return receiver === NOBODY ? NOBODY : { receiver, mutedIn, activeIn };
      }),
    );
  const original = courses(config);
  const mutants = treeMutants(config);
  const noticed = mutants.filter(
    (mutant) =>
      checkRoutingIn(environment, services, mutant.config, alerts).length > 0,
  );
  expect(
    mutants
      .filter((mutant) => !noticed.includes(mutant))
      // A mutant that routes every alert to the same people at the same hours is equivalent.
      .filter((mutant) => courses(mutant.config) !== original)
      .map(({ name }) => name),
  ).toEqual([]);
  expect(noticed.length).toBeGreaterThan(atLeast);
});
