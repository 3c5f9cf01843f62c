import { runTestFiles } from "./run-promtool";
import type { TestFile } from "./test-file";

/** One test of one file that did not hold. */
export interface Failure {
  /** Name of the test. */
  readonly test: string;
  /** What the engine said. */
  readonly says: string;
}

/** What the engine found in one file; none where everything holds. */
export interface Judgement {
  readonly file: TestFile;
  readonly failures: readonly Failure[];
  /** False where the engine crashed, hung or refused the file. */
  readonly sound: boolean;
}

/** How the work is done. */
export interface JudgeOptions {
  readonly promtool: string;
  /** Processes at once. */
  readonly jobs: number;
  /** For each process. @default 5 minutes */
  readonly timeLimitMilliseconds?: number;
  /** What was judged before. @default nothing is remembered */
  readonly memory?: JudgementMemory;
  /** Called when some files are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Remembers what the engine found in a file, by its content. */
export interface JudgementMemory {
  recall(file: TestFile): Promise<readonly Failure[] | undefined>;
  keep(file: TestFile, failures: readonly Failure[]): Promise<void>;
}

/**
 * Evaluations of a rule in one process at most, so that progress shows and a hanging one is found.
 */
const BATCH_COST = 60_000;
const TIME_LIMIT = 15 * 60_000;

/**
 * Lets promtool judge every file, many in each process and several processes at once.
 * A process that crashes or hangs is tried again file by file, so that the one to blame is named.
 */
export async function judge(
  files: readonly TestFile[],
  options: JudgeOptions,
): Promise<readonly Judgement[]> {
  const { memory } = options;
  const judgements = new Map<TestFile, Judgement>();
  for (const file of files) {
    const failures = await memory?.recall(file);
    if (failures !== undefined) {
      judgements.set(file, { file, failures, sound: true });
    }
  }
  options.onProgress?.(judgements.size, files.length);
  const waiting = batches(files.filter((file) => !judgements.has(file)));
  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      for (const judgement of await judgeBatch(batch, options)) {
        judgements.set(judgement.file, judgement);
        // What a crash or a time limit left behind is no finding.
        if (judgement.sound) {
          await memory?.keep(judgement.file, judgement.failures);
        }
      }
      options.onProgress?.(judgements.size, files.length);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return files.flatMap((file) => judgements.get(file) ?? []);
}

async function judgeBatch(
  batch: readonly TestFile[],
  options: JudgeOptions,
): Promise<readonly Judgement[]> {
  const run = await runTestFiles(
    options.promtool,
    batch,
    options.timeLimitMilliseconds ?? TIME_LIMIT,
  );
  if (run.kind === "judged") {
    return batch.map((file, index) => ({
      file,
      sound: true,
      failures: (run.suites[index]?.cases ?? []).flatMap(({ name, failures }) =>
        failures.map((says) => ({ test: name, says })),
      ),
    }));
  }
  const [only, ...others] = batch;
  if (only !== undefined && others.length === 0) {
    return [
      {
        file: only,
        sound: false,
        failures: [
          { test: "every test", says: `the engine failed: ${run.output}` },
        ],
      },
    ];
  }
  const judgements: Judgement[] = [];
  for (const file of batch) {
    judgements.push(...(await judgeBatch([file], options)));
  }
  return judgements;
}

/** Expensive files first, so that none is left alone at the end. */
function batches(files: readonly TestFile[]): TestFile[][] {
  const all: TestFile[][] = [];
  let batch: TestFile[] = [];
  let cost = 0;
  for (const file of [...files].sort((a, b) => b.cost - a.cost)) {
    if (batch.length > 0 && cost + file.cost > BATCH_COST) {
      all.push(batch);
      batch = [];
      cost = 0;
    }
    batch.push(file);
    cost += file.cost;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}
