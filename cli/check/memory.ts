import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Cache of passed checks: by path, the key of everything that the verdict depends on. */
export interface Memory {
  /**
   * Number of checks that passed for this path under this key; undefined without a cached verdict.
   */
  readonly recall: (path: string, key: string) => number | undefined;
  /** Stores the number of checks that passed. It replaces the path's earlier verdict. */
  readonly keep: (path: string, key: string, passed: number) => void;
  /** Writes the cache. A folder that cannot be written is not an error: nothing is cached. */
  readonly save: () => void;
}

type Kept = Readonly<Record<string, readonly [key: string, passed: number]>>;

/** A cache in a file; an unreadable file counts as empty. */
export function memoryIn(file: string): Memory {
  const kept = new Map(Object.entries(readKept(file)));
  return {
    recall: (path, key) => {
      const [known, passed] = kept.get(path) ?? [];
      return known === key ? passed : undefined;
    },
    keep: (path, key, passed) => {
      kept.set(path, [key, passed]);
    },
    save: () => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        // Two runs may write at once; a half-written file must never be read.
        const partial = `${file}.${String(process.pid)}`;
        writeFileSync(partial, JSON.stringify(Object.fromEntries(kept)));
        renameSync(partial, file);
      } catch {
        // The cache is optional.
      }
    },
  };
}

/** A cache that returns nothing, but stores verdicts for later runs. */
export const forgetting = (memory: Memory): Memory => ({
  ...memory,
  recall: () => undefined,
});

function readKept(file: string): Kept {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isKept(kept) ? kept : {};
  } catch {
    return {};
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every(
    (entry: unknown) =>
      Array.isArray(entry) &&
      typeof entry[0] === "string" &&
      typeof entry[1] === "number",
  );
