import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRules } from "../../proof/run-promtool";
import { answerOf, readLogQuery } from "../../query/logql/read-log-query";
import type { AskedQuery } from "./asked-queries";

/** A text, and everything that asks it: environments differ little. */
interface DistinctQuery {
  readonly text: string;
  readonly paths: readonly string[];
}

const distinct = (
  queries: readonly AskedQuery[],
  language: AskedQuery["language"],
): readonly DistinctQuery[] => {
  const paths = new Map<string, string[]>();
  for (const query of queries) {
    if (query.language !== language) continue;
    const known = paths.get(query.text) ?? [];
    known.push(query.path);
    paths.set(query.text, known);
  }
  return [...paths].map(([text, own]) => ({ text, paths: own }));
};

const refusal = ({ text, paths }: DistinctQuery, message: string): string =>
  `${[...new Set(paths)].join("; ")}: ${message} in ${text}`;

/** `group "3", rule 1, "asked:query": could not parse expression: 1:34: parse error: …` */
const FAULT = /group "(\d+)", rule 1, "[^"]*": (.*)/g;

/**
 * Queries of metrics that Prometheus does not read, each with what asks it and what promtool says.
 * Each is a recording rule, all of them in one file.
 */
export async function promtoolRefusals(
  promtool: string,
  queries: readonly AskedQuery[],
): Promise<readonly string[]> {
  const asked = distinct(queries, "promql");
  const { agreed, output } = await checkRules(
    promtool,
    asked.map(({ text }, index) => ({
      name: String(index),
      interval: "1m",
      // Prometheus reports rules of one name as duplicates.
      rules: [{ record: `asked:query_${String(index)}`, expr: text }],
    })),
  );
  if (agreed) return [];
  const named = [...output.matchAll(FAULT)].flatMap(
    ([, index = "", message = ""]) => {
      const query = asked[Number(index)];
      return query === undefined ? [] : [refusal(query, message)];
    },
  );
  return named.length > 0 ? named : [output];
}

/**
 * Queries of logs that Loki does not read, each with what asks it and what lokitool says. A rule
 * needs numbers, so lines are counted.
 */
export function lokitoolRefusals(
  lokitool: string,
  queries: readonly AskedQuery[],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "asked-queries-"));
  const file = join(folder, "rules.json");
  const check = (asked: readonly DistinctQuery[]): string => {
    const rules = asked.map(({ text }, index) => ({
      alert: `Query${String(index)}`,
      expr:
        answerOf(readLogQuery(text)) === "lines"
          ? `sum(count_over_time(${text} [5m]))`
          : text,
    }));
    writeFileSync(file, JSON.stringify({ groups: [{ name: "asked", rules }] }));
    const { status, stdout, stderr } = spawnSync(
      lokitool,
      ["rules", "check", file],
      { encoding: "utf8" },
    );
    return status === 0 ? "" : `${stdout}${stderr}`;
  };
  try {
    const asked = distinct(queries, "logql");
    if (check(asked) === "") return [];
    // At best it names a position in the file, so each is checked by itself.
    return asked.flatMap((query) => {
      const message = check([query]);
      return message === "" ? [] : [refusal(query, message)];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
