import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import type { AlertmanagerConfig } from "../../../alertmanager/alertmanager-form";
import { NOBODY } from "../../../alertmanager/receivers";
import { checkRoutingIn } from "../../../checks/routing/check-routing";
import { routedAlerts } from "../../../checks/routing/routed-alerts";
import { walkAll } from "../../../checks/routing/walk";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { treeMutants } from "./tree-mutants";

/** What the checks of routing make of every mutant of an environment's tree. */
interface RoutingMutation {
  readonly detected: number;
  /** Mutants that route some alert otherwise and that no check detects, by name. */
  readonly missed: readonly string[];
}

/** Mutates the tree of an environment and judges each mutant. */
export function routingMutation(
  environment: EnvironmentConfig,
  services: readonly Service[],
): RoutingMutation {
  const config = alertmanagerConfig(environment, services);
  const alerts = routedAlerts(environment, services);
  /** Where every alert is routed; a receiver that notifies nobody has no time intervals. */
  const courses = (tree: AlertmanagerConfig): string =>
    JSON.stringify(
      alerts.map(({ labels }) =>
        walkAll(tree, labels).map(({ receiver, mutedIn, activeIn }) =>
          receiver === NOBODY ? NOBODY : { receiver, mutedIn, activeIn },
        ),
      ),
    );
  const original = courses(config);
  const mutants = treeMutants(config);
  const detected = mutants.filter(
    (mutant) =>
      checkRoutingIn(environment, services, mutant.config, alerts).length > 0,
  );
  return {
    detected: detected.length,
    missed: mutants
      .filter((mutant) => !detected.includes(mutant))
      // A mutant that routes every alert to the same people at the same hours is equivalent.
      .filter((mutant) => courses(mutant.config) !== original)
      .map(({ name }) => name),
  };
}
