import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { production } from "../../../config/environments/production";
import { markdownTable } from "../../../model/markdown-table";
import { SLO_SERIES } from "../../../prometheus/slo/slo-series";
import { WINDOWS } from "../../../prometheus/slo/slo-windows";
import { sloGroups } from "../../../prometheus/slo/slo-groups";
import { findEngine } from "../../../engines/find-engine";
import { Database } from "./database";
import { minutesToPage } from "./detection";
import {
  END_SECONDS,
  SERIES_PER_SLO,
  benchService,
  metricOf,
  numbers,
  writeLoad,
} from "./load";
import { MOMENTS, measure } from "./measure";
import type { Measured, RuleSet } from "./measure";
import { INCREASE_SHARE, pyrraShape } from "./pyrra-shape";
import { slothShape } from "./sloth-shape";

/** SLOs of a system. */
const SIZES = [5, 10];
const ENOUGH_BAD_EVENTS = 1000;

const ruleSets = (slos: number): readonly RuleSet[] => [
  {
    name: "ours",
    rules: sloGroups(benchService(slos), production).flatMap(
      ({ rules }) => rules,
    ),
    readsHistory: (record) => record.startsWith("slo:"),
  },
  {
    name: "Sloth's shape",
    rules: slothShape(slos),
    readsHistory: (record) => record === "slo:sli_error:ratio_rate5m",
  },
  {
    name: "Pyrra's shape",
    rules: pyrraShape(slos),
    readsHistory: () => false,
    share: (rule) =>
      "record" in rule && rule.record.endsWith(":increase30d")
        ? INCREASE_SHARE
        : 1,
  },
];

const PAGES: Readonly<Record<string, string>> = {
  ours: 'alertname="SloErrorBudgetBurnFast"',
  "Sloth's shape": 'alertname="page"',
  "Pyrra's shape": 'alertname="ErrorBudgetBurn", severity="critical"',
};

async function main(): Promise<void> {
  const typed = process.argv.slice(2).map(Number);
  const promtool = await findEngine("promtool");
  const prometheus = await findEngine("prometheus");
  const costs: (readonly string[])[] = [];
  const errors: (readonly string[])[] = [];
  for (const slos of typed.length === 0 ? SIZES : typed) {
    const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
    mkdirSync(join(folder, "data"));
    const database = new Database(folder, prometheus, promtool);
    try {
      const found = await cost(database, folder, slos);
      costs.push(...found.costs);
      errors.push(...found.errors);
    } finally {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const pages = await detection(promtool);
  console.log(
    [
      `Per evaluation, the mean of ${String(MOMENTS.length)}, ${String(SERIES_PER_SLO)} series behind each SLO:`,
      markdownTable(
        [
          "SLOs of a system",
          "rules",
          "count",
          "recorded series",
          "samples read",
          "of rules that read raw series",
          "ms per SLO",
          "samples, times ours",
          "time, times ours",
        ],
        costs,
      ),
      "Minutes from the first failing request to the first page, evaluated by promtool after two hours without errors:",
      markdownTable(["rules", "100 % fail", "10 %", "2 %"], pages),
      "The recorded ratio against the `increase` of the raw counters:",
      markdownTable(
        ["SLOs of a system", "window", "bad events, at least", "off, at most"],
        errors,
      ),
    ].join("\n\n"),
  );
}

interface Cost {
  readonly costs: readonly (readonly string[])[];
  readonly errors: readonly (readonly string[])[];
}

async function cost(
  database: Database,
  folder: string,
  slos: number,
): Promise<Cost> {
  const load = join(folder, "load.om");
  const samples = await writeLoad(load, slos);
  tell(`${samples.toLocaleString("en")} samples written`);
  await database.load(load);
  tell("loaded");
  const measured: Measured[] = [];
  const errors: (readonly string[])[] = [];
  for (const set of ruleSets(slos)) {
    measured.push(await measure(database, set));
    tell(`${set.name} measured`);
    if (set.name === "ours") errors.push(...(await accuracy(database, slos)));
  }
  const [ours] = measured;
  const whole = (amount: number): string =>
    Math.round(amount).toLocaleString("en");
  return {
    errors,
    costs: measured.map((each) => [
      String(slos),
      each.name,
      String(each.rules),
      String(each.recordedSeries),
      whole(each.samples),
      whole(each.raw.samples),
      ((each.seconds * 1000) / slos).toFixed(2),
      whole(each.samples / (ours ?? each).samples),
      whole(each.seconds / (ours ?? each).seconds),
    ]),
  };
}

/**
 * The recorded ratio against the increase of the raw counters, where there are enough bad events
 * for a ratio.
 */
async function accuracy(
  database: Database,
  slos: number,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const { length } of WINDOWS) {
    const window = length.toString();
    let worst = 0;
    let fewest = Infinity;
    for (const slo of numbers(slos)) {
      // Behind the daily incident, so that short windows have bad events too.
      for (const moment of [END_SECONDS, END_SECONDS - (1440 - 620) * 60]) {
        const bad = await value(
          database,
          `sum(increase(${metricOf(slo)}{status=~"5.."}[${window}]))`,
          moment,
        );
        const all = await value(
          database,
          `sum(increase(${metricOf(slo)}[${window}]))`,
          moment,
        );
        const ours = await value(
          database,
          `${SLO_SERIES.errorRatio(length)}{system="bench", slo="slo-${String(slo)}"}`,
          moment,
        );
        if (bad < ENOUGH_BAD_EVENTS) continue;
        fewest = Math.min(fewest, bad);
        worst = Math.max(worst, Math.abs(ours / (bad / all) - 1));
      }
    }
    if (fewest === Infinity) continue;
    rows.push([
      String(slos),
      window,
      Math.round(fewest).toLocaleString("en"),
      `${(worst * 100).toFixed(2)} %`,
    ]);
  }
  return rows;
}

async function value(
  database: Database,
  expr: string,
  moment: number,
): Promise<number> {
  const { series } = await database.instant(expr, moment);
  return Number(series[0]?.values[0]?.[1] ?? Number.NaN);
}

async function detection(
  promtool: string,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const { name, rules } of ruleSets(1)) {
    const times: string[] = [];
    for (const errorRatio of [1, 0.1, 0.02]) {
      const minutes = await minutesToPage(
        promtool,
        rules,
        PAGES[name] ?? "",
        errorRatio,
      );
      times.push(minutes === undefined ? "never" : String(minutes));
    }
    rows.push([name, ...times]);
  }
  return rows;
}

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
