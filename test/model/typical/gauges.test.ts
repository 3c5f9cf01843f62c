import { values } from "../../../model/label-values";
import { gauge } from "../../../model/metric";
import type { Gauge, MetricContract } from "../../../model/metric";
import { gaugeLevels } from "../../../model/typical/gauges";
import {
  always,
  between,
  bySet,
  lastRun,
  leftBy,
} from "../../../model/typical/typical";
import { hours } from "../../../model/duration";

const volume = values("data", "logs");
const total = gauge({
  help: "Size",
  labels: { volume },
  // In another order than those of the part.
  typical: bySet({ 'volume="logs"': always(50), 'volume="data"': always(200) }),
});
const used = gauge({
  help: "Used",
  labels: { volume },
  typical: bySet({
    'volume="data"': between(90, 100, 120),
    'volume="logs"': between(10, 20, 30),
  }),
  partOf: "disk_total_bytes",
});
const free = gauge({
  help: "Free",
  labels: { volume },
  typical: leftBy("disk_used_bytes"),
});
const disk: MetricContract = {
  disk_total_bytes: total,
  disk_used_bytes: used,
  disk_free_bytes: free,
};

const valuesOf = (metric: Gauge, at: number, place: number) =>
  gaugeLevels(metric, disk).map(
    ({ labels, valueAt }) =>
      [labels["volume"] ?? "", valueAt(at, place, 2)] as const,
  );

it("has a level for each label set, and the places do not move together", () => {
  expect(valuesOf(used, 900, 0).map(([name]) => name)).toEqual([
    "data",
    "logs",
  ]);
  expect(valuesOf(used, 900, 0)).not.toEqual(valuesOf(used, 900, 1));
});

it("leaves of a whole what its part does not take, at every place and time", () => {
  for (const at of [0, 900, 1800, 2700]) {
    for (const place of [0, 1]) {
      const taken = new Map(valuesOf(used, at, place));
      expect(valuesOf(free, at, place)).toEqual([
        ["data", 200 - (taken.get("data") ?? NaN)],
        ["logs", 50 - (taken.get("logs") ?? NaN)],
      ]);
    }
  }
});

it.each<[string, MetricContract]>([
  ["no such metric", {}],
  ["a part of nothing", { disk_used_bytes: gauge({ help: "Used" }) }],
  [
    "a whole that says nothing",
    { ...disk, disk_total_bytes: gauge({ help: "" }) },
  ],
  [
    "a part that is itself what another leaves",
    { ...disk, disk_used_bytes: { ...free, partOf: "disk_total_bytes" } },
  ],
])("has no series where the part is %s", (_, contract) => {
  expect(gaugeLevels(free, contract)).toEqual([]);
});

it("leaves nothing of a label set that the whole lacks", () => {
  const smaller = {
    ...disk,
    disk_total_bytes: {
      ...total,
      typical: bySet({ 'volume="data"': always(200) }),
    },
  };
  expect(gaugeLevels(free, smaller).map(({ labels }) => labels)).toEqual([
    { volume: "data" },
  ]);
});

it("says nothing of a gauge of which nothing is said, and knows times", () => {
  expect(gaugeLevels(gauge({ help: "" }), {})).toEqual([]);
  const run = gauge({ help: "", typical: lastRun(hours(1)) });
  expect(gaugeLevels(run, {}).map((each) => each.valueAt(3600, 0, 1))).toEqual([
    1200,
  ]);
});
