import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { inFolder, runEngine, writeJson } from "../run-engine";

/** Hours pass in it at once: it hangs where it takes longer. */
const TIME_LIMIT = 15 * 60_000;

/**
 * Asks a program of `engines/`, a Go test that reads its question from one file and writes its
 * answer to another.
 *
 * @throws Error with the program's output when it refuses the question
 */
export const askProgram = <Answer extends v.GenericSchema>(
  program: string,
  question: unknown,
  answer: Answer,
): Promise<v.InferOutput<Answer>> =>
  inFolder(async (folder) => {
    const asked = await writeJson(folder, "question.json", question);
    const answered = join(folder, "answer.json");
    const { agreed, output } = await runEngine(
      program,
      // The limit above is the only one.
      ["-test.run", ".", "-test.timeout", "0"],
      TIME_LIMIT,
      { QUESTION: asked, ANSWER: answered },
    );
    if (!agreed) throw new Error(`${program} failed:\n${output}`);
    return v.parse(answer, JSON.parse(await readFile(answered, "utf8")));
  });
