import type { Problem } from "../problem";
import type { SecretKey } from "../target";

const SECRET_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const KEY_NAME = /^[-._a-zA-Z0-9]{1,253}$/;

/**
 * Letters and digits in a row, as keys and tokens are made; names that people give have words and
 * hyphens.
 */
const TOKEN = /^(?=[^0-9]*[0-9])(?=[^a-zA-Z]*[a-zA-Z])[A-Za-z0-9+/=_]{20,}$/;
const ADDRESS = /:\/\//;
const SLACK_TOKEN = /^xox[a-z]-/;

/**
 * A reference names a Secret and a key of it. A value in its place is told by its shape and never
 * repeated.
 */
export function checkSecretKey(
  path: string,
  reference: SecretKey,
): readonly Problem[] {
  return (["secret", "key"] as const).flatMap((field) => {
    const value = reference[field];
    if ([TOKEN, ADDRESS, SLACK_TOKEN].some((form) => form.test(value))) {
      return [
        {
          path,
          message: `${field} looks like the secret itself, which would be kept in Git, plan and state`,
          allowed: "the name of a Secret and of a key in it",
          next: "put the value into a Secret, name that here, and revoke the value",
        },
      ];
    }
    return (field === "secret" ? SECRET_NAME : KEY_NAME).test(value)
      ? []
      : [
          {
            path,
            message: `${field} is no name that Kubernetes allows`,
            got: value,
            allowed:
              field === "secret"
                ? "a-z, 0-9, - and ."
                : "letters, digits, -, _ and .",
            next: "correct it",
          },
        ];
  });
}
