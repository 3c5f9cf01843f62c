import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  HISTORY_SECONDS,
  SCRAPE_SECONDS,
  SERIES_PER_SLO,
  benchService,
  writeLoad,
} from "./rules/load";
import { pyrraShape } from "./rules/pyrra-shape";
import { allChartMetrics } from "../../helm/all-chart-metrics";
import { checkSlos } from "../../model/checks/check-slos";
import { checkRules } from "../../proof/run-promtool";
import { buildCatalogue } from "../../prometheus/catalogue";
import { checkQueries } from "../../query/promql/check-queries";
import { findEngine } from "../../engines/find-engine";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

it("has the number of rules that Pyrra makes of an SLO", () => {
  for (const slos of [1, 3]) {
    const rules = pyrraShape(slos);
    expect(rules).toHaveLength(13 * slos);
    expect(rules.filter((rule) => "record" in rule)).toHaveLength(8 * slos);
  }
});

it("writes rules of Pyrra's shape that Prometheus loads", async () => {
  expect(
    await checkRules(promtool, [
      { name: "peers", interval: "1m", rules: pyrraShape(1) },
    ]),
  ).toMatchObject({ agreed: true });
});

it("asks of our own rules what every declaration is asked", () => {
  const service = benchService(2);
  expect(checkSlos(service)).toEqual([]);
  expect(
    checkQueries(service, buildCatalogue([service], allChartMetrics)),
  ).toEqual([]);
});

it("writes the same load each time, every series from the first scrape to the last, and never falling", async () => {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  try {
    const path = join(folder, "load.om");
    const samples = await writeLoad(path, 1);
    const perSeries = HISTORY_SECONDS / SCRAPE_SECONDS + 1;
    expect(samples).toBe(SERIES_PER_SLO * perSeries);
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines[0]).toBe("# TYPE bench_0_requests counter");
    expect(lines.slice(-2)).toEqual(["# EOF", ""]);
    const counts = lines
      .slice(1, perSeries + 1)
      .map((line) => Number(line.split(" ")[1]));
    expect(
      counts.every((count, i) => i === 0 || count >= (counts[i - 1] ?? 0)),
    ).toBe(true);
    // One and a half requests a second on average over three days, of which this series has four
    // fifths.
    expect(counts.at(-1)).toBeGreaterThan(150_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
