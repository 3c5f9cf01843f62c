/** A part of the checks that is one program: it passes or fails as a whole. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Show what it says while it runs: it may take minutes. @default only when it fails */
  readonly live?: boolean;
}

/** What a part, or the tests, came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const bin = (name: string): string => `node_modules/.bin/${name}`;

/** Everything that is judged without running the project's own code. */
export const STATIC_PARTS: readonly Part[] = [
  { name: "types", command: bin("tsc"), args: ["-p", "."] },
  { name: "lint", command: bin("eslint"), args: [".", "--max-warnings", "0"] },
  {
    name: "format",
    command: bin("prettier"),
    args: ["--check", "--log-level", "warn", "."],
  },
];

/** Finds the engines, or builds them, before a test would have to wait for one without a word. */
export const ENGINES_PART: Part = {
  name: "engines",
  command: process.execPath,
  args: ["--import", "tsx", "engines/install.ts"],
  live: true,
};

/**
 * Arguments of jest, one run after the other, each with a worker for every core. What a cluster tells exactly once depends on its members
 * being on time, so those tests, which mostly wait, have the machine to themselves.
 */
export const JEST_RUNS: readonly (readonly string[])[] = [
  ["--testPathIgnorePatterns=test/config/delivery/", "--maxWorkers=100%"],
  ["test/config/delivery/", "--maxWorkers=100%"],
];

/**
 * What installs something, and so runs in pipelines only: synthesises on cdktf's successor as well, and has Terraform validate both stacks with
 * the schemas of their providers.
 */
export const PIPELINE_PARTS: readonly Part[] = [
  {
    name: "terraform validate",
    command: process.execPath,
    args: ["--import", "tsx", "cli/check-terraform/main.ts"],
    live: true,
  },
  {
    name: "terraform validate, of an example",
    command: process.execPath,
    args: [
      "--import",
      "tsx",
      "cli/check-terraform/main.ts",
      "--app",
      "examples/small-organisation/main.ts",
    ],
    live: true,
  },
  {
    name: "cdktn",
    command: process.execPath,
    args: ["--import", "tsx", "cli/check-cdktn/main.ts"],
  },
];

/** The sum of several tallies. */
export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of `npm test`. */
export const lastLine = (tally: Tally): string =>
  `${String(tally.passed)} passed, ${String(tally.failed)} failed, ${String(tally.skipped)} skipped`;
