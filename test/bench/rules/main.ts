import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { production } from "../../../config/environments/production";
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

const DEFAULT_SLOS = 5;
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
  const slos = Number(process.argv[2] ?? DEFAULT_SLOS);
  const promtool = await findEngine("promtool");
  const prometheus = await findEngine("prometheus");
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
  mkdirSync(join(folder, "data"));
  const database = new Database(folder, prometheus, promtool);
  try {
    await cost(database, folder, slos);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  await detection(promtool);
}

async function cost(
  database: Database,
  folder: string,
  slos: number,
): Promise<void> {
  const load = join(folder, "load.om");
  const samples = await writeLoad(load, slos);
  tell(`${samples.toLocaleString("en")} samples written`);
  await database.load(load);
  tell("loaded");
  const measured: Measured[] = [];
  for (const set of ruleSets(slos)) {
    measured.push(await measure(database, set));
    tell(`${set.name} measured`);
    if (set.name === "ours") await accuracy(database, slos);
  }
  const [ours] = measured;
  if (ours === undefined) return;
  console.log(
    `\n${String(slos)} SLOs over ${String(SERIES_PER_SLO)} series each, 15 s scrapes, three days; per evaluation, mean of ${String(MOMENTS.length)}`,
  );
  console.log(
    "| rules | count | recorded series | samples read | of them raw | ms | ms per SLO | samples × ours | time × ours |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const each of measured) {
    console.log(
      `| ${[
        each.name,
        String(each.rules),
        String(each.recordedSeries),
        Math.round(each.samples).toLocaleString("en"),
        Math.round(each.raw.samples).toLocaleString("en"),
        (each.seconds * 1000).toFixed(1),
        ((each.seconds * 1000) / slos).toFixed(2),
        (each.samples / ours.samples).toFixed(0),
        (each.seconds / ours.seconds).toFixed(0),
      ].join(" | ")} |`,
    );
  }
}

/** The recorded ratio against the increase of the raw counters, where there are enough bad events to speak of a ratio. */
async function accuracy(database: Database, slos: number): Promise<void> {
  console.log(
    `\nerror ratio against the increase of the raw counters, windows with ${String(ENOUGH_BAD_EVENTS)} bad events or more`,
  );
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
    console.log(
      `  ${window.padEnd(4)} at most ${(worst * 100).toFixed(2)} % off, ${String(Math.round(fewest))} bad events or more`,
    );
  }
}

async function value(
  database: Database,
  expr: string,
  moment: number,
): Promise<number> {
  const { series } = await database.instant(expr, moment);
  return Number(series[0]?.values[0]?.[1] ?? Number.NaN);
}

async function detection(promtool: string): Promise<void> {
  console.log("\nminutes from the first error to the first page, at 99.9 %");
  console.log("| rules | 100 % fail | 10 % | 2 % |");
  console.log("|---|---|---|---|");
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
    console.log(`| ${name} | ${times.join(" | ")} |`);
  }
}

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
