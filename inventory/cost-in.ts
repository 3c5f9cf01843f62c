import * as v from "valibot";
import { readJsonFile } from "../input/json";
import type { Schema } from "../input/json";
import type { CostEntry } from "./inventory";

const SERIES = {
  atMost: v.number(),
  typical: v.number(),
  budget: v.number(),
  samplesPerSecond: v.number(),
  samplesReadPerSecond: v.number(),
};

const STORE = v.object({
  retention: v.string(),
  bytesPerDay: v.number(),
  kept: v.number(),
  volume: v.exactOptional(
    v.object({ path: v.string(), needed: v.number(), usable: v.number() }),
  ),
  unknown: v.array(v.string()),
});

const FILE = v.object({
  cost: v.object({
    ...SERIES,
    cluster: v.array(
      v.object({
        name: v.string(),
        series: v.number(),
        samplesPerSecond: v.number(),
      }),
    ),
    stores: v.object({ metrics: STORE, logs: STORE, traces: STORE }),
  }),
  systems: v.array(
    v.object({
      key: v.string(),
      cost: v.object({
        ...SERIES,
        lines: v.array(
          v.object({
            name: v.string(),
            kind: v.string(),
            atMost: v.number(),
            typical: v.exactOptional(v.number()),
            samplesPerSecond: v.number(),
          }),
        ),
        dearestRules: v.array(
          v.object({ name: v.string(), samplesReadPerSecond: v.number() }),
        ),
        unknownReads: v.array(v.string()),
      }),
    }),
  ),
}) satisfies Schema<unknown>;

/** What an environment costs, as its catalogue says. @throws Error where the file lacks it */
export function costIn(path: string): CostEntry {
  const { cost, systems } = readJsonFile(FILE, path);
  return {
    ...cost,
    systems: systems.map(({ key, cost: own }) => ({ system: key, ...own })),
  };
}
