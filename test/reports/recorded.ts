import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { services } from "../../config/organisation";
import { answersOfPrometheus } from "./prometheus";
import { HARD_QUERIES, INSTANT, WORLD } from "./world";

const FILE = join(__dirname, "../golden/report-answers.json");

/** Every query of the reports, and those with unusual results. */
export const RECORDED_QUERIES: readonly string[] = [
  ...new Set([
    ...services
      .flatMap(({ reports = [] }) => reports)
      .flatMap(({ queries }) => queries.map(({ expr }) => expr)),
    ...HARD_QUERIES,
  ]),
];

/** What a real Prometheus has answered about the world, by query: bodies as they came. */
export const recordedAnswers = (): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, unknown>>;

/** The body of one recorded response. @throws Error if it was not recorded */
export function recorded(query: string): string {
  const found = recordedAnswers()[query];
  if (found === undefined) {
    throw new Error(
      `nothing is recorded of ${query}; UPDATE_GOLDEN=1 npx jest test/reports/recorded`,
    );
  }
  return JSON.stringify(found);
}

/** Queries a real Prometheus again. */
export const recordAnswers = () =>
  answersOfPrometheus(WORLD, RECORDED_QUERIES, INSTANT / 1000);

/** Writes the new responses. */
export const keepAnswers = (
  answers: Readonly<Record<string, unknown>>,
): void => {
  writeFileSync(FILE, `${JSON.stringify(answers, null, 2)}\n`);
};
