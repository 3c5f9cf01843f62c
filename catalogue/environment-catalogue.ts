import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { byName } from "./by-name";
import { chartAlertEntries } from "./chart-alert-entries";
import { costEntry } from "./cost-entries";
import type { Catalogue, RequirementEntry, SystemEntry } from "./form";
import { notificationEntry, teamEntries } from "./notification-entries";
import { sortedKeys } from "./sorted-keys";
import { systemEntry } from "./system-entry";

/**
 * Facts about an environment that no Terraform resource holds: owners, contracts, thresholds,
 * proofs, recurring tasks. It holds no references to Secrets.
 *
 * @param requirements what was asked and what meets it, where somebody knows
 */
export const environmentCatalogue = (
  environment: EnvironmentConfig,
  services: readonly Service[],
  requirements?: readonly RequirementEntry[],
): Catalogue => ({
  ...catalogueHead(environment, services, requirements),
  systems: [...systemEntries(environment, services)],
});

/**
 * The catalogue as its file, in pieces: keys in the order of their letters, a line for each entry.
 * Systems are made and written one after the other, since all of a large organisation fill the
 * memory.
 */
export function* catalogueFile(
  environment: EnvironmentConfig,
  services: readonly Service[],
  requirements?: readonly RequirementEntry[],
): Generator<string, void> {
  const fields = Object.entries({
    ...catalogueHead(environment, services, requirements),
    systems: systemEntries(environment, services),
  })
    .filter(([, value]) => value !== undefined)
    .sort(byName(([key]) => key));
  for (const [place, [key, value]] of fields.entries()) {
    yield `${place === 0 ? "{" : ","}\n"${key}": `;
    yield* pieces(value);
  }
  yield "\n}\n";
}

const catalogueHead = (
  environment: EnvironmentConfig,
  services: readonly Service[],
  requirements: readonly RequirementEntry[] | undefined,
): Omit<Catalogue, "systems"> => ({
  version: 1,
  environment: environment.name,
  cluster: environment.cluster.name,
  teams: teamEntries(services),
  notification: notificationEntry(environment, services),
  cost: costEntry(environment, services),
  chartAlerts: chartAlertEntries(environment, services),
  requirements:
    requirements === undefined
      ? undefined
      : [...requirements].sort(byName(({ id }) => id)),
});

/** Each system when it is asked for. */
function* systemEntries(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Generator<SystemEntry, void> {
  for (const service of [...services].sort(byName(({ key }) => key))) {
    yield systemEntry(environment, service, services);
  }
}

/** A list with a line for each of its entries, anything else on one line. */
function* pieces(value: unknown): Generator<string, void> {
  if (!isIterable(value)) {
    yield JSON.stringify(sortedKeys(value));
    return;
  }
  let before = "[\n";
  for (const item of value) {
    yield `${before}${JSON.stringify(sortedKeys(item))}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n]";
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;
