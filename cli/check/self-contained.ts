import type { Tree } from "./tree";

/** Parts of Node.js that tell nothing of the machine. */
const NODE = /^node:(?:assert|path|url|util)$/;
/** Packages that make one thing of another and ask nobody. */
const PACKAGES =
  /^(?:@codemirror\/|@grafana\/|@lezer\/|@prometheus-io\/|ajv|fastest-levenshtein|re2js|yaml)/;

const PACKAGE =
  /(?:\bfrom |^import |\bimport\(|\brequire\(|\bmock\(|requireActual(?:<[^>]*>)?\()\s*"([^."\s][^"\n]*)"/gm;

/** What asks the machine, the clock or chance without an import. */
const ASKS =
  /\bprocess\.\w|=\s*process\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bperformance\.\w|\bset(?:Timeout|Interval|Immediate)\(|\bglobalThis\b|\b__(?:dir|file)name\b|\bimport\.meta\b|\brandom(?:UUID|Bytes)\b/;

/**
 * Whether the verdict of a test can hang on nothing but these sources: none of them reads files,
 * starts a process, asks the network, the clock, the environment or chance. Packages that are not
 * known to ask nobody are taken to ask.
 */
export const isSelfContained = (
  tree: Tree,
  closure: readonly string[],
): boolean => closure.every((path) => asksNobody(tree, path));

function asksNobody(tree: Tree, path: string): boolean {
  if (path.endsWith(".json")) return true;
  const text = tree.text(path);
  // Of a test, how long it may take is no question to a clock.
  if (ASKS.test(text.replaceAll("jest.setTimeout(", ""))) return false;
  return [...text.matchAll(PACKAGE)].every(
    ([, name = ""]) => NODE.test(name) || PACKAGES.test(name),
  );
}
