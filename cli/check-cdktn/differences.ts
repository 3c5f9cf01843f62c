import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import * as v from "valibot";
import { fromJson } from "../../input/json";

/** What synthesis writes of a stack; Terraform leaves its own files beside it. */
const SYNTHESISED = /^stacks\/[^/]+\/(cdk\.tf\.json$|files\/|assets\/)/;

/**
 * Files below `stacks` that differ between two outputs, but for the version of the tool that wrote
 * them.
 */
export function differences(ours: string, theirs: string): readonly string[] {
  const paths = [...new Set([...filesOf(ours), ...filesOf(theirs)])].sort();
  return paths.filter(
    (path) => content(join(ours, path)) !== content(join(theirs, path)),
  );
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, "stacks"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => SYNTHESISED.test(path));

/** Everything of a stack, with the field that holds the tool's version. */
const STACK = v.looseObject({
  "//": v.exactOptional(
    v.looseObject({
      metadata: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
  ),
});

/** `undefined` where there is no such file. */
function content(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  if (!path.endsWith("cdk.tf.json")) return text;
  const stack = fromJson(STACK, text, path);
  delete stack["//"]?.metadata?.["version"];
  return JSON.stringify(stack);
}
