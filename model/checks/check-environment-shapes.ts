import type { Problem } from "../problem";
import { environmentForm } from "./forms/environment-form";
import { inspect } from "./forms/inspect";

/**
 * Checks that environments have their fields, of the right type and kind. Their files are not
 * compiled before they are read, so without this check a missing field would be a TypeError in a
 * reader. All other checks of environments rely on it.
 *
 * @param environments which may lack what their type says
 */
export const checkEnvironmentShapes = (
  environments: readonly unknown[],
): readonly Problem[] =>
  environments.flatMap((environment, index) => {
    const name = nameOf(environment);
    return inspect(
      environmentForm,
      environment,
      name === undefined
        ? `environments[${String(index)}]`
        : `environments/${name}`,
    ).shape;
  });

const nameOf = (environment: unknown): string | undefined =>
  typeof environment === "object" &&
  environment !== null &&
  "name" in environment &&
  typeof environment.name === "string"
    ? environment.name
    : undefined;
