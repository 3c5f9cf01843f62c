import type { EnvironmentConfig } from "../environment";
import { isAmong, choiceText } from "../environment-choice";
import type { EnvironmentChoice } from "../environment-choice";
import { everyAlert } from "../every-alert";
import type { Problem } from "../problem";
import type { Service } from "../service";

/**
 * Alerts that are declared for environments that there are not: they would be nowhere, or not where
 * they are meant to be. A kind of which there is no environment is no mistake: a system brings its
 * alerts for both.
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
          message: "is empty, so no environment has the alert",
          got: `[${choiceText(choice)}]`,
          allowed: names.join(", "),
          next: "name one, or leave only out",
        },
      ];
}
