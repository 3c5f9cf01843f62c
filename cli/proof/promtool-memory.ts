import { join } from "node:path";
import { cacheFolder } from "../../engines/cache";
import { ENGINES } from "../../engines/engines";
import type { JudgementMemory } from "../../proof/judge";
import { JUDGE_ANEW } from "../check/judge-anew";
import { fileMemory } from "./file-memory";

/** Cached verdicts of the pinned promtool, beside the engines on this machine. */
export function promtoolMemory(
  variables: Parameters<typeof cacheFolder>[0],
): JudgementMemory {
  const memory = fileMemory(
    join(cacheFolder(variables), "proofs"),
    `promtool ${ENGINES.promtool.version}`,
  );
  return variables[JUDGE_ANEW] === "1"
    ? { ...memory, recall: () => Promise.resolve(undefined) }
    : memory;
}
