import { join } from "node:path";
import type { Cost, Database } from "./database";
import { writeHistory } from "./history";
import { END_SECONDS, readsRaw } from "./load";
import type { Measured } from "./measure";
import { median } from "./median";
import { longWindowsInOneTree, oneTree, treePerSystem } from "./one-tree";
import type { RuleParts } from "./one-tree";

/** Moments at which every rule is evaluated. */
const EVALUATIONS = 5;

/** Ways to divide the tree of windows among systems, with the names they have in tables. */
export const TREES: readonly (readonly [
  string,
  (systems: number, slos: number) => RuleParts,
])[] = [
  ["ours, a tree a system", treePerSystem],
  ["ours, a tree for all", oneTree],
  ["ours, a tree for all from a day on", longWindowsInOneTree],
];

/** What the rules of all systems together cost, a mean evaluation of all. */
export interface OfSystems extends Cost {
  readonly name: string;
  readonly systems: number;
  readonly rules: number;
  readonly recordedSeries: number;
  /** Time of the rules that stand in one group for all systems, which run one after the other. */
  readonly sharedSeconds: number;
}

/**
 * What the rules of several systems cost, for each way to divide the tree and for the peers. Rules
 * over raw series cost each SLO the same whatever their number, so of these the measurement of one
 * system counts as often as there are systems; all others are evaluated, on what they would have
 * recorded.
 * @param single of one system: ours first
 */
export async function ofSystems(
  database: Database,
  folder: string,
  systems: number,
  slos: number,
  single: readonly Measured[],
): Promise<readonly OfSystems[]> {
  const history = join(folder, "history.om");
  await writeHistory(history, systems, slos);
  await database.load(history);
  const parts = TREES.map(([name, make]) => ({
    name,
    ...make(systems, slos),
  }));
  const costs = await evaluated(database, [
    ...new Set(
      parts
        .flatMap(({ own, shared }) => [...own, ...shared])
        .filter((rule) => !readsRaw(rule))
        .map(({ expr }) => expr),
    ),
  ]);
  const [ours, ...peers] = single;
  if (ours === undefined) throw new Error("nothing was measured before");
  return [
    ...parts.map(({ name, own, shared }) => {
      const all = [...own, ...shared];
      const sum = (of: (each: Evaluated) => number, rules = all): number =>
        rules.reduce((total, { expr }) => {
          const cost = costs.get(expr);
          return cost === undefined ? total : total + of(cost);
        }, 0);
      return {
        name,
        systems,
        rules: all.length,
        recordedSeries:
          sum(
            ({ series }) => series,
            all.filter((rule) => "record" in rule),
          ) + all.filter(readsRaw).length,
        samples: systems * ours.raw.samples + sum(({ samples }) => samples),
        seconds: systems * ours.raw.seconds + sum(({ seconds }) => seconds),
        sharedSeconds: sum(({ seconds }) => seconds, [...shared]),
      };
    }),
    ...peers.map((peer) => ({
      name: peer.name,
      systems,
      rules: systems * peer.rules,
      recordedSeries: systems * peer.recordedSeries,
      samples: systems * peer.samples,
      seconds: systems * peer.seconds,
      sharedSeconds: 0,
    })),
  ];
}

interface Evaluated extends Cost {
  readonly series: number;
}

/** All of them at one moment, then all at the next, so that no way gets a better minute. */
async function evaluated(
  database: Database,
  exprs: readonly string[],
): Promise<ReadonlyMap<string, Evaluated>> {
  const seconds = new Map<string, number[]>();
  const counted = new Map<string, Omit<Evaluated, "seconds">>();
  for (let round = 0; round <= EVALUATIONS; round += 1) {
    for (const expr of exprs) {
      const { series, cost } = await database.instant(
        expr,
        END_SECONDS - round * 60,
      );
      // The first time nothing is in memory.
      if (round === 0) continue;
      seconds.set(expr, [...(seconds.get(expr) ?? []), cost.seconds]);
      counted.set(expr, { series: series.length, samples: cost.samples });
    }
  }
  return new Map(
    [...counted].map(([expr, count]) => [
      expr,
      { ...count, seconds: median(seconds.get(expr) ?? []) },
    ]),
  );
}
