import { burnTiers } from "../../../model/burn-tier";
import type { BurnTier } from "../../../model/burn-tier";
import {
  timeToDetect,
  timeToResolve,
} from "../../../prometheus/slo/outage-times";
import { answers } from "../../support/slos";

const tierOf = (name: string): BurnTier => {
  const tier = burnTiers(answers).find((each) => each.name === name);
  if (tier === undefined) throw new Error(`no tier ${name}`);
  return tier;
};

it.each([
  ["1h", 1, "51s840ms"],
  ["1h", 0.1, "8m38s400ms"],
  ["1h", 0.01, undefined],
  ["1d", 1, "19m19s200ms"],
  ["3d", 0.01, "7h27m"],
])("the tier %s detects an outage of %d after %s", (name, ratio, expected) => {
  expect(timeToDetect(tierOf(name), ratio)?.toString()).toBe(expected);
});

it.each([
  ["1h", 1, "9m55s680ms"],
  ["6h", 0.1, "33m12s"],
  ["3d", 0.0005, undefined],
])(
  "the tier %s resolves after an outage of %d within %s",
  (name, ratio, expected) => {
    expect(timeToResolve(tierOf(name), ratio)?.toString()).toBe(expected);
  },
);
