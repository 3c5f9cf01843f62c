import type { Gone } from "./identifier-names";

/** Why nothing is given up: a name that is not gone was accepted, or one that is gone was not. */
export type Refusal =
  | { readonly kind: "not-gone"; readonly message: string }
  | { readonly kind: "not-accepted"; readonly message: string };

/**
 * What is wrong with the names that a person accepted to lose; nothing where they are all that are
 * gone.
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
      "These names are gone, and people's silences, links and history may hang on them:",
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
