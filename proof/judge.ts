import { runTestFiles } from "./run-promtool";
import type { TestFile } from "./test-file";

/** One failed test of one file. */
export interface Failure {
  /** Name of the test. */
  readonly test: string;
  /** The engine's message. */
  readonly says: string;
}

/** The engine's result for one file; no failures if everything holds. */
export interface Judgement {
  readonly file: TestFile;
  readonly failures: readonly Failure[];
  /** False if the engine crashed, timed out or refused the file. */
  readonly sound: boolean;
}

/** How the tests are run. */
export interface JudgeOptions {
  readonly promtool: string;
  /** Number of parallel processes. */
  readonly jobs: number;
  /** Time limit of each process. @default 5 minutes */
  readonly timeLimitMilliseconds?: number;
  /** Cached verdicts. @default no cache */
  readonly memory?: JudgementMemory;
  /** Called when some files are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Caches the engine's result for a file by its content hash. */
export interface JudgementMemory {
  recall(file: TestFile): Promise<readonly Failure[] | undefined>;
  keep(file: TestFile, failures: readonly Failure[]): Promise<void>;
}

/**
 * Maximum evaluations of a rule in one process, so that progress is visible and a hanging process
 * is found.
 */
const BATCH_COST = 60_000;
const TIME_LIMIT = 15 * 60_000;

/**
 * Runs promtool on all files, many per process and several processes in parallel. If a process
 * crashes or times out, its files are run again one by one, so that the faulty one is named.
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
        // A crash or a timeout is not a verdict, so it is not cached.
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

/** Expensive files first, so that none is left for the end. */
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
