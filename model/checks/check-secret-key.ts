import type { Problem } from "../problem";
import type { SecretKey } from "../target";

const SECRET_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const KEY_NAME = /^[-._a-zA-Z0-9]{1,253}$/;

/** Letters and digits without a break, as in keys and tokens; names have words and hyphens. */
const TOKEN = /^(?=[^0-9]*[0-9])(?=[^a-zA-Z]*[a-zA-Z])[A-Za-z0-9+/=_]{20,}$/;
const ADDRESS = /:\/\//;
const SLACK_TOKEN = /^xox[a-z]-/;

/**
 * A reference names a Secret and a key in it. A secret value in its place is recognised by its
 * form, and the message never repeats it.
 */
export const checkSecretKey = (
  path: string,
  reference: SecretKey,
): readonly Problem[] =>
  (["secret", "key"] as const).flatMap((field) =>
    checkPart(path, field, reference[field]),
  );

/** The two parts of a reference, each at a path of its own. */
export const secretForms = {
  secret: (path: string, value: string): readonly Problem[] =>
    checkPart(path, "secret", value),
  key: (path: string, value: string): readonly Problem[] =>
    checkPart(path, "key", value),
};

function checkPart(
  path: string,
  field: "secret" | "key",
  value: string,
): readonly Problem[] {
  if ([TOKEN, ADDRESS, SLACK_TOKEN].some((form) => form.test(value))) {
    return [
      {
        path,
        message: `${field} looks like the secret itself, which would be stored in Git, plan and state`,
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
          message: `${field} is not a name that Kubernetes allows`,
          got: value,
          allowed:
            field === "secret"
              ? "a-z, 0-9, - and ."
              : "letters, digits, -, _ and .",
          next: "correct it",
        },
      ];
}
