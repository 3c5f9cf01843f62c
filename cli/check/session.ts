import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../../engines/cache";
import { JUDGE_ANEW } from "./judge-anew";
import { forgetting, memoryIn } from "./memory";
import type { Memory } from "./memory";
import { divide, keepSound, soundPaths } from "./remembered";
import type { Divided } from "./remembered";
import { lacksNeed, partLine, runPart, tallyOf } from "./run-part";
import { snapshot } from "./snapshot";
import type { Snapshot } from "./snapshot";
import type { StaticCheck, Units } from "./static-checks";
import type { Tally } from "./tally";
import type { Part } from "./parts";
import { hashOf } from "./tree";

/** One run of the checks. */
export interface Session {
  /** Environment of every program. */
  readonly variables: NodeJS.ProcessEnv;
  /** Cache folder of this checkout, outside of it. */
  readonly folder: string;
  /** The sources when the run began. */
  readonly begin: Snapshot;
  readonly cache: boolean;
}

/** Begins a run. @param cache whether cached verdicts count */
export function beginSession(cache: boolean): Session {
  const checkout = hashOf([process.cwd()]).slice(0, 16);
  return {
    variables: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      ...(cache ? {} : { [JUDGE_ANEW]: "1" }),
    },
    folder: writable(join(cacheFolder(process.env), "checks", checkout)),
    begin: snapshot(),
    cache,
  };
}

/** A folder, or a temporary one where it cannot be written: nothing is cached then. */
export function writable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), "monitoring-stack-checks-"));
  }
}

/** Cached verdicts of one kind, and how to add more. */
export interface Remembering extends Divided {
  readonly keep: (sound: ReadonlyMap<string, number>) => void;
}

/** Divides paths into cached and to be checked. */
export function remembering(
  session: Session,
  kind: string,
  paths: readonly string[],
  unitsOf: (at: Snapshot) => Units,
): Remembering {
  const kept = memoryIn(join(session.folder, `${kind}.json`));
  const memory: Memory = session.cache ? kept : forgetting(kept);
  const before = unitsOf(session.begin);
  return {
    ...divide(paths, before, memory),
    keep: (sound) => {
      if (sound.size === 0) return;
      keepSound(sound, before, unitsOf(snapshot()), memory);
      memory.save();
    },
  };
}

/** Runs a part that is never cached. */
export async function runWhole(session: Session, part: Part): Promise<Tally> {
  const { code, seconds } = await runPart(part, session.variables);
  if (part.needs !== undefined && lacksNeed(part, code)) {
    console.log(`skipped: ${part.name}, because ${part.needs} is missing`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const passed = code === 0;
  console.log(partLine(passed, part.name, `${seconds.toFixed(1)} s`));
  return tallyOf(passed);
}

/** Runs a static check on what is not cached. */
export async function runStatic(
  session: Session,
  check: StaticCheck,
): Promise<Tally> {
  const unitsOf = ({ tree, keys }: Snapshot): Units => check.units(tree, keys);
  const all = [...unitsOf(session.begin).keys()];
  const { toJudge, keep } = remembering(session, check.name, all, unitsOf);
  if (toJudge.length === 0) {
    console.log(partLine(true, check.name, "remembered"));
    return tallyOf(true);
  }
  const { code, seconds, output } = await runPart(
    { name: check.name, ...check.part(toJudge) },
    session.variables,
  );
  const passed = code === 0;
  const rest = all.length - toJudge.length;
  const remark = `${seconds.toFixed(1)} s${rest === 0 ? "" : `, ${String(rest)} of ${String(all.length)} files cached`}`;
  console.log(partLine(passed, check.name, remark));
  keep(soundPaths(check, toJudge, code, output));
  return tallyOf(passed);
}
