import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What was found good: by the path of what was judged, a key of everything that was looked at. */
export interface Memory {
  /**
   * What was kept of this path under this key; undefined where it was judged with something else in
   * sight, or never.
   */
  readonly recall: (path: string, key: string) => number | undefined;
  /** Keeps that so many checks passed. What was known of the path is forgotten. */
  readonly keep: (path: string, key: string, passed: number) => void;
  /** Writes it down. A folder that cannot be written is no failure: nothing is remembered. */
  readonly save: () => void;
}

type Kept = Readonly<Record<string, readonly [key: string, passed: number]>>;

/** A memory in a file; what cannot be read is as if nothing had been judged. */
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
        // Two runs may write at once; a half-written file must not be recalled.
        const partial = `${file}.${String(process.pid)}`;
        writeFileSync(partial, JSON.stringify(Object.fromEntries(kept)));
        renameSync(partial, file);
      } catch {
        // Remembering is a convenience.
      }
    },
  };
}

/** A memory that recalls nothing, and keeps what is found for the next. */
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
