import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorMessage } from "../../../engines/error-message";
import { findEngine } from "../../../engines/find-engine";
import { markdownTable } from "../../../model/markdown-table";
import { SLO_SERIES } from "../../../prometheus/slo/slo-series";
import { WINDOWS } from "../../../prometheus/slo/slo-windows";
import { Database } from "./database";
import { minutesToPage } from "./detection";
import {
  END_SECONDS,
  SERIES_PER_SLO,
  metricOf,
  numbers,
  writeLoad,
} from "./load";
import { MOMENTS, measure } from "./measure";
import type { Measured, RuleSet } from "./measure";
import { treePerSystem } from "./one-tree";
import { INCREASE_SHARE, pyrraShape } from "./pyrra-shape";
import { SLOTH, findSloth, slothRules } from "./sloth";
import { TREES, ofSystems } from "./systems";
import type { OfSystems } from "./systems";

/** SLOs of a system, unless others are typed. */
const SIZES = [5];
/** How many systems of the first size are measured together. */
const SYSTEMS = [1, 10, 140];
const ENOUGH_BAD_EVENTS = 1000;

/** What is measured beside each other. @param sloth undefined where it cannot be had */
async function ruleSets(
  slos: number,
  sloth: string | undefined,
): Promise<readonly RuleSet[]> {
  return [
    {
      name: OURS,
      rules: treePerSystem(1, slos).own,
      readsHistory: (record) => record.startsWith("slo:"),
    },
    ...(sloth === undefined
      ? []
      : [
          {
            name: SLOTHS,
            rules: await slothRules(sloth, slos),
            readsHistory: (record: string) =>
              record === "slo:sli_error:ratio_rate5m",
          },
        ]),
    {
      name: PYRRAS,
      rules: pyrraShape(slos),
      readsHistory: () => false,
      share: (rule) =>
        "record" in rule && rule.record.endsWith(":increase30d")
          ? INCREASE_SHARE
          : 1,
    },
  ];
}

const OURS = "ours";
const SLOTHS = `Sloth ${SLOTH.version}`;
const PYRRAS = "Pyrra's shape";

const PAGES: Readonly<Record<string, string>> = {
  [SLOTHS]: 'sloth_severity="page"',
  [PYRRAS]: 'alertname="ErrorBudgetBurn", severity="critical"',
};

async function main(): Promise<void> {
  const promtool = await findEngine("promtool");
  const prometheus = await findEngine("prometheus");
  const sloth = await findSloth().catch((error: unknown) => {
    tell(errorMessage(error));
    return undefined;
  });
  const withDatabase = async <T>(
    work: (database: Database, folder: string) => Promise<T>,
  ): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
    mkdirSync(join(folder, "data"));
    const database = new Database(folder, prometheus, promtool);
    try {
      return await work(database, folder);
    } finally {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const typed = process.argv.slice(2).map(Number);
  const found: Found[] = [];
  for (const slos of typed.length === 0 ? SIZES : typed) {
    found.push(
      await withDatabase((database, folder) =>
        cost(database, folder, slos, sloth),
      ),
    );
  }
  const [smallest] = found;
  if (smallest === undefined) throw new Error("nothing was measured");
  const divided: OfSystems[] = [];
  for (const systems of SYSTEMS) {
    divided.push(
      ...(await withDatabase((database, folder) =>
        ofSystems(database, folder, systems, smallest.slos, smallest.measured),
      )),
    );
    tell(`${String(systems)} systems measured`);
  }
  console.log(
    [
      ...(sloth === undefined
        ? [`Not measured, because it could not be had: ${SLOTHS}.`]
        : []),
      `Per evaluation, the median of ${String(MOMENTS.length)} for each rule, ${String(SERIES_PER_SLO)} series behind each SLO:`,
      costTable(found),
      `Several systems of ${String(smallest.slos)} SLOs, with the tree of windows divided in other ways:`,
      systemsTable(divided, smallest.slos),
      "Minutes from the first failing request to the first page, evaluated by promtool after two hours without errors:",
      markdownTable(
        ["rules", "100 % fail", "10 %", "2 %"],
        await detection(promtool, sloth),
      ),
      "The recorded ratio against the `increase` of the raw counters:",
      markdownTable(
        ["SLOs of a system", "window", "bad events, at least", "off, at most"],
        found.flatMap(({ errors }) => errors),
      ),
    ].join("\n\n"),
  );
}

const whole = (amount: number): string =>
  Math.round(amount).toLocaleString("en");

const costTable = (sizes: readonly Found[]): string =>
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
    sizes.flatMap(({ slos, measured }) =>
      measured.map((each) => {
        const ours = measured[0] ?? each;
        return [
          String(slos),
          each.name,
          String(each.rules),
          String(each.recordedSeries),
          whole(each.samples),
          whole(each.raw.samples),
          ((each.seconds * 1000) / slos).toFixed(2),
          whole(each.samples / ours.samples),
          whole(each.seconds / ours.seconds),
        ];
      }),
    ),
  );

const systemsTable = (divided: readonly OfSystems[], slos: number): string =>
  markdownTable(
    [
      "systems",
      "rules",
      "count",
      "recorded series",
      "samples read",
      "ms per SLO",
      "ms of the group that all share",
      `${SLOTHS}, times its time`,
    ],
    divided.map((each) => {
      const sloths = divided.find(
        ({ name, systems }) => name === SLOTHS && systems === each.systems,
      );
      return [
        String(each.systems),
        each.name,
        whole(each.rules),
        whole(each.recordedSeries),
        whole(each.samples),
        ((each.seconds * 1000) / (each.systems * slos)).toFixed(2),
        each.sharedSeconds === 0 ? "–" : whole(each.sharedSeconds * 1000),
        sloths === undefined ? "–" : whole(sloths.seconds / each.seconds),
      ];
    }),
  );

/** What was found of one system. */
interface Found {
  readonly slos: number;
  readonly measured: readonly Measured[];
  /** Rows of the table of errors. */
  readonly errors: readonly (readonly string[])[];
}

async function cost(
  database: Database,
  folder: string,
  slos: number,
  sloth: string | undefined,
): Promise<Found> {
  const load = join(folder, "load.om");
  const samples = await writeLoad(load, slos);
  tell(`${samples.toLocaleString("en")} samples written`);
  await database.load(load);
  tell("loaded");
  const measured: Measured[] = [];
  const errors: (readonly string[])[] = [];
  for (const set of await ruleSets(slos, sloth)) {
    measured.push(await measure(database, set));
    tell(`${set.name} measured`);
    if (set.name === OURS) errors.push(...(await accuracy(database, slos)));
  }
  return { slos, measured, errors };
}

/**
 * The recorded ratio against the increase of the raw counters, where there are enough bad events to
 * speak of a ratio.
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
  sloth: string | undefined,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const sets = [
    // What another group recorded is of its last evaluation, as of a rule behind the alert.
    ...TREES.map(([name, make]) => {
      const { own, shared } = make(1, 1);
      return { name, rules: [...own, ...shared] };
    }),
    ...(await ruleSets(1, sloth)).filter(({ name }) => name !== OURS),
  ];
  for (const { name, rules } of sets) {
    const times: string[] = [];
    for (const errorRatio of [1, 0.1, 0.02]) {
      const minutes = await minutesToPage(
        promtool,
        rules,
        PAGES[name] ?? 'alertname="SloErrorBudgetBurnFast"',
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
