import type { EnvironmentConfig } from "../../model/environment";
import type { Problem } from "../../model/problem";
import { RETENTION_SHARE } from "./capacity";
import type { EnvironmentCost } from "./environment-cost";
import type { StoreCost } from "./storage-cost";
import type { CostLine, SystemCost } from "./system-cost";

/** How many of the dearest a message names. */
const NAMED = 3;

const GIBIBYTE = 1024 ** 3;

/**
 * Systems and environments that cost more series than they may, and volumes that are too small for
 * what they have to keep.
 */
export const checkBudgets = (
  environment: EnvironmentConfig,
  cost: EnvironmentCost,
): readonly Problem[] => [
  ...cost.systems.flatMap((system) => checkSystem(environment, system)),
  ...checkEnvironmentBudget(environment, cost),
  ...checkVolume(environment, cost.metrics, {
    retention: environment.prometheus.retention.toString(),
    share: RETENTION_SHARE,
    next: "enlarge it, shorten prometheus.retention, or drop series",
  }),
  ...checkVolume(environment, cost.logs, {
    retention: environment.logs.retention.toString(),
    share: 1,
    next: "enlarge it, or drop lines: dropped of a system's logs",
  }),
  ...checkVolume(environment, cost.traces, {
    retention: environment.traces.retention.toString(),
    share: 1,
    next: "enlarge it, or keep a smaller share: traces.sampling",
  }),
];

const checkSystem = (
  { name }: EnvironmentConfig,
  { key, typical, budget, lines }: SystemCost,
): readonly Problem[] =>
  typical <= budget
    ? []
    : [
        {
          path: `services/${key} seriesBudget`,
          message: `costs more series in ${name} than one system may`,
          got: count(typical),
          allowed: `at most ${count(budget)}`,
          next: `drop labels or buckets of the dearest (${dearest(lines)}), or state seriesBudget`,
        },
      ];

const checkEnvironmentBudget = (
  { name }: EnvironmentConfig,
  { typical, budget, systems }: EnvironmentCost,
): readonly Problem[] =>
  typical <= budget
    ? []
    : [
        {
          path: `environments/${name} prometheus.seriesBudget`,
          message:
            "its systems and the cluster cost more series than a replica may have",
          got: count(typical),
          allowed: `at most ${count(budget)}`,
          next: `raise prometheus.volume and prometheus.resources, or drop series of the dearest (${dearest(systems.map(({ key, typical: series }) => ({ name: key, typical: series, atMost: series })))})`,
        },
      ];

function checkVolume(
  { name }: EnvironmentConfig,
  { volume, unknown }: StoreCost,
  {
    retention,
    share,
    next,
  }: {
    readonly retention: string;
    readonly share: number;
    readonly next: string;
  },
): readonly Problem[] {
  if (volume === undefined || volume.needed <= volume.usable) return [];
  const size = (bytes: number): string =>
    `${count(Math.ceil(bytes / share / GIBIBYTE))} GiB`;
  return [
    {
      path: `environments/${name} ${volume.path}`,
      message: `is too small for the retention of ${retention}${
        unknown.length === 0
          ? ""
          : `, even without ${unknown.join(", ")}, of which it is unknown how much they send`
      }`,
      got: size(volume.usable),
      allowed: `${size(volume.needed)} or more`,
      next,
    },
  ];
}

const dearest = (
  lines: readonly Pick<CostLine, "name" | "typical" | "atMost">[],
): string =>
  lines
    .map(({ name, typical, atMost }) => ({ name, series: typical ?? atMost }))
    .sort((a, b) => b.series - a.series)
    .slice(0, NAMED)
    .map(({ name, series }) => `${name} ${count(series)}`)
    .join(", ");

const count = (value: number): string => Math.round(value).toLocaleString("en");
