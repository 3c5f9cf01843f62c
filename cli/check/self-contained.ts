import type { Tree } from "./tree";

/** Modules of Node.js that do not depend on the machine. */
const NODE = /^node:(?:assert|path|url|util)$/;
/** Packages that only compute. */
const PACKAGES =
  /^(?:@codemirror\/|@grafana\/|@lezer\/|@prometheus-io\/|ajv|fastest-levenshtein|re2js|yaml)/;

const PACKAGE =
  /(?:\bfrom |^import |\bimport\(|\brequire\(|\bmock\(|requireActual(?:<[^>]*>)?\()\s*"([^."\s][^"\n]*)"/gm;

/** Globals that read the machine, the clock or randomness. */
const ASKS =
  /\bprocess\.\w|=\s*process\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bperformance\.\w|\bset(?:Timeout|Interval|Immediate)\(|\bglobalThis\b|\b__(?:dir|file)name\b|\bimport\.meta\b|\brandom(?:UUID|Bytes)\b/;

/**
 * Whether the verdict of a test depends on nothing but these sources: none of them reads files,
 * starts a process, or uses the network, the clock, the environment or randomness. Only packages
 * known to be pure count as pure.
 */
export const isSelfContained = (
  tree: Tree,
  closure: readonly string[],
): boolean => closure.every((path) => asksNobody(tree, path));

function asksNobody(tree: Tree, path: string): boolean {
  if (path.endsWith(".json")) return true;
  const text = tree.text(path);
  // A test's timeout is not a use of the clock.
  if (ASKS.test(text.replaceAll("jest.setTimeout(", ""))) return false;
  return [...text.matchAll(PACKAGE)].every(
    ([, name = ""]) => NODE.test(name) || PACKAGES.test(name),
  );
}
