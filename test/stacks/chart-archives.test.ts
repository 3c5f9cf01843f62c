import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chartsInUse } from "../../helm/charts-in-use";
import { LOKI } from "../../helm/loki/chart";
import { archiveName } from "../../helm/parts/chart";
import { formatProblem } from "../../model/problem";
import { chartArchiveProblems } from "../../stacks/chart-archives";
import { production } from "../support/organisation/environments";
import { services } from "../support/organisation/services";
import { synthesised } from "../support/synthesise";
import { stackOf } from "./output";

const LOKI_ARCHIVE = archiveName(LOKI);

let path = "";
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "chart-archives-"));
});
afterEach(() => {
  rmSync(path, { recursive: true });
});

const environment = () => ({
  ...production,
  charts: { kind: "folder" as const, path },
});
const problems = (digests?: Readonly<Record<string, string>>) =>
  chartArchiveProblems(environment(), services, digests).map(formatProblem);
const download = (): void => {
  for (const chart of chartsInUse(production, services)) {
    writeFileSync(join(path, archiveName(chart)), "archive");
  }
};

it("asks nothing of an environment that fetches its charts", () => {
  expect(chartArchiveProblems(production, services)).toEqual([]);
});

it("names every archive that is not there, with the command that fetches it", () => {
  const all = problems();
  expect(all).toHaveLength(chartsInUse(production, services).length);
  expect(all).toContain(
    `environments/production charts.path: ${path}/${LOKI_ARCHIVE} is not there; run npm run charts -- --download ${path}`,
  );
  download();
  expect(problems()).toEqual([]);
});

it("refuses an archive whose digest is another than the known one", () => {
  download();
  expect(problems({ [LOKI_ARCHIVE]: "0".repeat(64) })).toEqual([
    expect.stringContaining(
      `${LOKI_ARCHIVE} is not the chart that helm/digests.json knows, got `,
    ),
  ]);
});

it("makes every release of a chart from an archive in the stack, and from no repository", () => {
  download();
  const releases = synthesised({ environments: [environment()] }, (out) =>
    Object.values(stackOf(out).resource["helm_release"] ?? {}),
  );
  const of = new Map(releases.map((each) => [each["name"], each]));
  expect(of.get("loki")).toMatchObject({
    chart: expect.stringMatching(
      new RegExp(`^\\./assets/.*/${LOKI_ARCHIVE}$`),
    ) as unknown,
    version: LOKI.version,
  });
  expect(releases.filter((each) => "repository" in each)).toEqual([]);
});
