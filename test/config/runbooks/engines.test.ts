import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerOf, readLogQuery } from "../../../query/logql/read-log-query";
import { findEngine } from "../../../engines/find-engine";
import { describeWith } from "../../support/describe-with";
import { blocksOf, runbookPages, textOf } from "../support/runbook-pages";

let promtool = "";
let folder = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
    folder = mkdtempSync(join(tmpdir(), "runbooks-"));
  },
  30 * 60 * 1000,
);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * What an engine says against queries, each of which is an alert of its own; nothing where it takes
 * them.
 */
function judge(
  engine: string,
  args: readonly string[],
  queries: readonly string[],
): string {
  const file = join(folder, "rules.json");
  writeFileSync(
    file,
    JSON.stringify({
      groups: [
        {
          name: "pages",
          rules: queries.map((expr, index) => ({
            alert: `Query${String(index)}`,
            expr,
          })),
        },
      ],
    }),
  );
  const { status, stdout, stderr } = spawnSync(engine, [...args, file], {
    encoding: "utf8",
  });
  return status === 0 ? "" : `${engine}: ${stdout}${stderr}`;
}

const queriesOf = (language: string): readonly string[] =>
  runbookPages.flatMap((page) => blocksOf(textOf(page), language));

it("has queries that Prometheus takes", () => {
  const ofMetrics = (queries: readonly string[]): string =>
    judge(promtool, ["check", "rules", "--lint=none"], queries);
  expect(ofMetrics(queriesOf("promql"))).toBe("");
  expect(ofMetrics(["deriv(up)"])).toContain("deriv");
});

describeWith("lokitool", () => {
  let lokitool = "";
  beforeAll(async () => {
    lokitool = await findEngine("lokitool");
  });

  /** A rule needs numbers: lines are counted. */
  const counted = (written: string): string =>
    answerOf(readLogQuery(written)) === "lines"
      ? `sum(count_over_time(${written} [5m]))`
      : written;

  it("has queries that Loki takes", () => {
    const ofLogs = (queries: readonly string[]): string =>
      judge(lokitool, ["rules", "check"], queries.map(counted));
    expect(ofLogs(queriesOf("logql"))).toBe("");
    expect(ofLogs(['{system="titan"} | json |~'])).toContain("parse error");
  });
});
