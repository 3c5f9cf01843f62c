import type { SecretEntry } from "../../inventory/inventory";

/** Keys of a Secret, or why they are unknown. */
export type SecretState =
  | { readonly kind: "present"; readonly keys: readonly string[] }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** One line for each missing Secret or key that a release waits for, with how to create it. */
export const missingSecrets = (
  wanted: readonly SecretEntry[],
  stateOf: (secret: SecretEntry) => SecretState,
): readonly string[] =>
  wanted.flatMap((secret) => {
    const name = `${secret.namespace}/${secret.name}`;
    const users = `needed by ${secret.usedBy.join(", ")}`;
    const state = stateOf(secret);
    switch (state.kind) {
      case "unreadable":
        return [`${name}: cannot be read (${state.reason}); ${users}`];
      case "absent":
        return [
          `${name}: missing; ${users}; make it with the keys ${secret.keys.join(", ")}`,
        ];
      case "present": {
        const missing = secret.keys.filter((key) => !state.keys.includes(key));
        return missing.length === 0
          ? []
          : [
              `${name}: lacks ${missing.join(", ")}; ${users}; add what is missing`,
            ];
      }
    }
  });
