import { ENGINES } from "../../engines/engines";
import { needs } from "../../engines/needs";
import type { ReportedTest } from "./jest-report";

/**
 * Needs that a machine may lack; tests that need one are then skipped. No other test may be
 * skipped.
 */
export const NEEDS = [
  "a browser",
  "Alloy",
  "chart sources",
  "Go modules",
  "public corpora",
  "Terraform",
  "Terraform providers",
  "the specification",
] as const;
export type Need = (typeof NEEDS)[number];

/** Title of the tests that need something, by which they are counted where it is missing. */
export const withNeed = (need: Need): string => `with ${need}`;

/** Tests skipped because one need is missing. */
export interface Skipped {
  /** What is missing, with its version where it has one. */
  readonly what: string;
  /** At least 1. */
  readonly tests: number;
  /** What is not verified without it, for people. @default the names of the tests say it */
  readonly cost?: string;
}

/** Skipped tests by the missing need, and those without an allowed reason. */
export interface Skips {
  readonly allowed: readonly Skipped[];
  /** Names of tests that nothing allows to be skipped: each is a failure. */
  readonly refused: readonly string[];
}

const MAY_LACK = [
  ...Object.values(ENGINES).flatMap((engine) =>
    engine.source.kind === "release-only"
      ? [
          {
            title: needs(engine),
            about: {
              what: `${engine.name} ${engine.version}`,
              cost: engine.source.cost,
            },
          },
        ]
      : [],
  ),
  ...NEEDS.map((need) => ({ title: withNeed(need), about: { what: need } })),
];

/** Judges what jest did not run, skipped or still to be written. */
export function skipsOf(tests: readonly ReportedTest[]): Skips {
  const skipped = tests.filter(({ status }) => status === "not run");
  const lacks = ({ under }: ReportedTest) =>
    MAY_LACK.find(({ title }) => under.includes(title));
  return {
    allowed: MAY_LACK.flatMap((need) => {
      const tests = skipped.filter((test) => lacks(test) === need).length;
      return tests === 0 ? [] : [{ ...need.about, tests }];
    }),
    refused: skipped
      .filter((test) => lacks(test) === undefined)
      .map(({ path, name }) => `${path}: ${name}`),
  };
}

/** A line for people, beside the count. */
export const skippedLine = ({ what, tests, cost }: Skipped): string =>
  `skipped: ${what} could not be had: ${String(tests)} ${tests === 1 ? "test that needs it was" : "tests that need it were"} not judged` +
  (cost === undefined ? "" : ` (${cost})`);
