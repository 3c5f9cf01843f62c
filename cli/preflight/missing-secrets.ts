import type { SecretEntry } from "../../inventory/inventory";

/** Keys of a Secret, or why they are unknown. */
export type SecretState =
  | { readonly kind: "present"; readonly keys: readonly string[] }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What is wrong with the Secrets that a deployment waits for. */
export interface MissingSecrets {
  /** How many Secrets are missing, lack a key, or cannot be read. */
  readonly count: number;
  /**
   * A line for each missing Secret or key, with how to create it, and one for each reason why
   * Secrets cannot be read: a cluster that does not answer is one reason for all of them.
   */
  readonly lines: readonly string[];
}

export function missingSecrets(
  wanted: readonly SecretEntry[],
  stateOf: (secret: SecretEntry) => SecretState,
): MissingSecrets {
  const lines: string[] = [];
  const unreadable = new Map<string, string[]>();
  for (const secret of wanted) {
    const name = `${secret.namespace}/${secret.name}`;
    const users = `needed by ${secret.usedBy.join(", ")}`;
    const state = stateOf(secret);
    switch (state.kind) {
      case "unreadable": {
        const names = unreadable.get(state.reason) ?? [];
        unreadable.set(state.reason, [...names, name]);
        break;
      }
      case "absent":
        lines.push(
          `${name}: missing; ${users}; make it with the keys ${secret.keys.join(", ")}`,
        );
        break;
      case "present": {
        const missing = secret.keys.filter((key) => !state.keys.includes(key));
        if (missing.length === 0) break;
        lines.push(
          `${name}: lacks ${missing.join(", ")}; ${users}; add what is missing`,
        );
      }
    }
  }
  const unread = [...unreadable.values()].flat().length;
  return {
    count: lines.length + unread,
    lines: [
      ...lines,
      ...[...unreadable].map(
        ([reason, names]) => `cannot be read (${reason}): ${names.join(", ")}`,
      ),
    ],
  };
}
