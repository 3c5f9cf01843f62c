import type { EnvironmentConfig } from "../environment";
import { isAmong, choiceText } from "../environment-choice";
import type { EnvironmentChoice } from "../environment-choice";
import { everyAlert } from "../every-alert";
import type { Problem } from "../problem";
import type { Service } from "../service";

/**
 * Checks that alerts name existing environments. A kind without an environment is no mistake: a
 * system may bring alerts for both kinds.
 */
export const checkChoices = (
  services: readonly Service[],
  environments: readonly EnvironmentConfig[],
): readonly Problem[] =>
  services.flatMap((service) =>
    everyAlert(service).flatMap(({ name, only }) =>
      only === undefined
        ? []
        : checkChoice(
            `services/${service.key} alert "${name}" only.environments`,
            only.environments,
            environments,
          ),
    ),
  );

function checkChoice(
  path: string,
  choice: EnvironmentChoice,
  environments: readonly EnvironmentConfig[],
): readonly Problem[] {
  const names = environments.map(({ name }) => name);
  const unknown =
    "kind" in choice ? [] : choice.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    return [
      {
        path,
        message: "names an environment that does not exist",
        got: unknown.join(", "),
        allowed: names.join(", "),
        next: 'correct the name, or choose by kind: { kind: "production" }',
      },
    ];
  }
  return "kind" in choice ||
    environments.some((environment) => isAmong(choice, environment))
    ? []
    : [
        {
          path,
          message: "is empty, so the alert is deployed nowhere",
          got: `[${choiceText(choice)}]`,
          allowed: names.join(", "),
          next: "name an environment, or omit only",
        },
      ];
}
