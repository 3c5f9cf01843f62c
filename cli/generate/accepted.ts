import type { Gone } from "./identifier-names";

/** Why nothing was removed: a name that still exists was accepted, or a missing one was not. */
export type Refusal =
  | { readonly kind: "not-gone"; readonly message: string }
  | { readonly kind: "not-accepted"; readonly message: string };

/**
 * Problems with the names that were accepted as removed; none where they are exactly the missing
 * ones.
 */
export function refusalOf(
  gone: readonly Gone[],
  accepted: readonly string[],
): Refusal | undefined {
  const names = [...new Set(gone.map(({ name }) => name))].sort();
  const wrong = accepted.filter((name) => !names.includes(name));
  if (wrong.length > 0) {
    return {
      kind: "not-gone",
      message: [
        ...wrong.map((name) => `--accept ${quoted(name)}: it is not gone`),
        names.length === 0
          ? "nothing is gone: leave --accept out"
          : `allowed: ${names.map(quoted).join(", ")}`,
      ].join("\n"),
    };
  }
  const open = gone.filter(({ name }) => !accepted.includes(name));
  if (open.length === 0) return undefined;
  return {
    kind: "not-accepted",
    message: [
      "These names are gone, and people's silences, links and history may depend on them:",
      ...open.map(
        ({ environment, kind, line }) => `  ${environment} ${kind}: ${line}`,
      ),
      "Nothing of the lists was written. Take the name back, or give it up and name it in CHANGELOG.md:",
      `  npm run generate -- ${names.map((name) => `--accept ${quoted(name)}`).join(" ")}`,
    ].join("\n"),
  };
}

/** A name as a shell takes it. */
const quoted = (name: string): string =>
  /^[\w./:#-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
