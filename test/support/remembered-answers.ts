import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JUDGE_ANEW } from "../../cli/check/judge-anew";
import { hashOf } from "../../cli/check/tree";
import { cacheFolder } from "../../engines/cache";

/**
 * Cached answers of an engine, else its answers now. Only answers are cached: whether they are
 * right is judged in every run.
 *
 * @param questions everything that the answers depend on, including the engine's version
 */
export async function rememberedAnswers(
  questions: readonly unknown[],
  ask: () => Promise<readonly string[]>,
  variables = process.env,
): Promise<readonly string[]> {
  const folder = join(cacheFolder(variables), "answers");
  const file = join(folder, `${hashOf([JSON.stringify(questions)])}.json`);
  const known = variables[JUDGE_ANEW] === "1" ? undefined : kept(file);
  if (known !== undefined) return known;
  const answers = await ask();
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.${String(process.pid)}`;
  writeFileSync(partial, JSON.stringify(answers));
  renameSync(partial, file);
  return answers;
}

function kept(file: string): readonly string[] | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly string[];
  } catch {
    return undefined;
  }
}
