import type { EnvironmentConfig } from "../environment";
import { ENVIRONMENT_KINDS } from "../environment-choice";
import type { Problem } from "../problem";
import { checkKebab, oneOf } from "./names";

/**
 * The name of a watching probe adds the longest component of the platform, and is a label's value
 * of at most 63 characters.
 */
const LONGEST_NAME = 40;

/** Checks the name and the kind of an environment. */
export const checkIdentity = (
  path: string,
  { name, kind }: EnvironmentConfig,
): readonly Problem[] => [
  ...checkKebab(path, "the name of an environment", name),
  ...(name.length > LONGEST_NAME
    ? [
        {
          path,
          message: "the name of an environment is too long",
          got: `${String(name.length)} characters`,
          allowed: `${String(LONGEST_NAME)} at most`,
          next: "shorten it",
        },
      ]
    : []),
  ...oneOf(`${path} kind`, "kind of environment", kind, ENVIRONMENT_KINDS),
];
