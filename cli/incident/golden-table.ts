import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fromJson } from "../../input/json";
import type { IncidentTable } from "./incident-table";

const FOLDER = "test/golden/incidents";

const pathOf = (environment: string, kind: "txt" | "digests.json"): string =>
  join(FOLDER, `${environment}.${kind}`);

/** Writes the committed table of an environment: only what a run has judged. */
export function writeTable(
  environment: string,
  { lines, digests }: IncidentTable,
): void {
  writeFileSync(pathOf(environment, "txt"), `${lines.join("\n")}\n`);
  writeFileSync(
    pathOf(environment, "digests.json"),
    `${JSON.stringify(digests, null, 2)}\n`,
  );
}

/** Digests of the committed table. */
export const committedDigests = (
  environment: string,
): Readonly<Record<string, string>> => {
  const path = pathOf(environment, "digests.json");
  return fromJson(
    v.record(v.string(), v.string()),
    readFileSync(path, "utf8"),
    path,
  );
};

/** Lines of a table that are not those of the committed one, and what to do. */
export function differencesFrom(
  environment: string,
  { lines }: IncidentTable,
): readonly string[] {
  const path = pathOf(environment, "txt");
  const committed = readFileSync(path, "utf8").trimEnd().split("\n");
  const changed = [
    ...committed
      .filter((line) => !lines.includes(line))
      .map((each) => `- ${each}`),
    ...lines
      .filter((line) => !committed.includes(line))
      .map((each) => `+ ${each}`),
  ];
  return changed.length === 0
    ? []
    : [
        `${path} is not what the engines say:`,
        ...changed,
        `npm run incident -- --environment ${environment} --all --write takes it up`,
      ];
}
