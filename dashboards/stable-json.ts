/**
 * JSON for people who compare two versions, in the order in which it was built, which is the same every time.
 *
 * Keys whose value is `null` are left out. Grafana leaves them out too when it saves a dashboard, and a `null` that
 * is sent but not returned is a change that Terraform would plan for ever.
 */
export function stableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Looking for one is many times faster than asking of every value whether it is one.
  return text.includes(": null") ? JSON.stringify(value, withoutNull, 2) : text;
}

const withoutNull = (_key: string, value: unknown): unknown =>
  value === null ? undefined : value;
