/**
 * JSON for people who compare two versions, in the order in which it was built, which is the same
 * every time.
 *
 * Keys whose value is `null` are left out. Grafana leaves them out too when it saves a dashboard,
 * and a `null` that is sent but not returned is a change that Terraform would plan for ever.
 */
export function stableJson(value: unknown): string {
  // Taking their lines out is many times faster than asking of every value whether it is one. No
  // text has a line break in JSON.
  const text = JSON.stringify(value, null, 2);
  if (!text.includes(": null")) return text;
  const fewer = text.replace(BEHIND_ANOTHER, "");
  return fewer.includes(": null")
    ? fewer.replace(FIRST, "{").replace(ALONE, "{}")
    : fewer;
}

const NULL = String.raw`\n *"(?:[^"\\]|\\.)*": null`;
const BEHIND_ANOTHER = new RegExp(`,${NULL}(?=[\n,])`, "g");
const FIRST = new RegExp(`\\{${NULL},`, "g");
const ALONE = new RegExp(`\\{${NULL}\n *\\}`, "g");
