import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { fromJson } from "../../input/json";
import type { Schema } from "../../input/json";
import type { Failure, JudgementMemory } from "../../proof/judge";
import type { TestFile } from "../../proof/test-file";

const FAILURES: Schema<readonly Failure[]> = v.array(
  v.object({ test: v.string(), says: v.string() }),
);

/**
 * Caches the engine's verdicts as files, named by the content hash, so that only changed content is
 * judged again. Unreadable or unwritable files are ignored.
 *
 * @param engine name and version of the engine: another may give another verdict
 */
export function fileMemory(folder: string, engine: string): JudgementMemory {
  const pathOf = ({ rules, groups, evaluationInterval }: TestFile): string => {
    const content = JSON.stringify([engine, evaluationInterval, rules, groups]);
    const key = createHash("sha256").update(content).digest("hex");
    return join(folder, key.slice(0, 2), `${key}.json`);
  };
  return {
    recall: async (file) => {
      try {
        const path = pathOf(file);
        return fromJson(FAILURES, await readFile(path, "utf8"), path);
      } catch {
        return undefined;
      }
    },
    keep: async (file, failures) => {
      const path = pathOf(file);
      try {
        await mkdir(join(path, ".."), { recursive: true });
        // Two processes may write the same file; a half-written file must never be read.
        const partial = `${path}.${String(process.pid)}`;
        await writeFile(partial, JSON.stringify(failures));
        await rename(partial, path);
      } catch {
        // The cache is optional.
      }
    },
  };
}
