import { join } from "node:path";
import type { JudgementMemory } from "../../proof/judge";
import { cacheFolder } from "../../engines/cache";
import { ENGINES } from "../../engines/engines";
import { fileMemory } from "./file-memory";

/** What the pinned promtool found before, beside the engines on this machine. */
export const promtoolMemory = (
  variables: Parameters<typeof cacheFolder>[0],
): JudgementMemory =>
  fileMemory(
    join(cacheFolder(variables), "proofs"),
    `promtool ${ENGINES.promtool.version}`,
  );
