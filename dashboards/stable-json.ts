/**
 * JSON for people who compare two versions: keys in alphabetical order, two spaces.
 *
 * Keys whose value is `null` are left out. Grafana leaves them out too when it saves a dashboard, and a `null` that
 * is sent but not returned is a change that Terraform would plan for ever.
 */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, sorted, 2);

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      // Not localeCompare: the order must not depend on the machine.
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
