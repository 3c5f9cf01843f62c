import { checkDashboards } from "../../dashboards/check-dashboards";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import type { Panel } from "../../model/dashboard";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";
import { goodService } from "../support/services";
import { aPanel, everyVisualisation } from "./every-visualisation";

const path = 'services/shop dashboard "shop-pictures" panel "a-panel"';

const errors: Partial<Panel> = {
  unit: "percentunit",
  thresholds: {
    kind: "steps",
    base: "green",
    steps: [{ colour: "red", alert: "ShopErrors", threshold: "errorRatio" }],
  },
};

/** The environments, one of which overrides the limit with more than half. */
const environments = [
  production,
  {
    ...staging,
    thresholds: [
      {
        system: "shop",
        alert: "ShopErrors",
        threshold: "errorRatio",
        value: percent(60),
        reason: "a test",
      },
    ],
  },
];

const check = (change: Partial<Panel>): readonly string[] =>
  checkDashboards(
    [
      {
        ...goodService,
        dashboards: [
          { ...everyVisualisation, panels: [{ ...aPanel, ...change }] },
        ],
      },
    ],
    environments,
  ).map(formatProblem);

it.each<[string, Partial<Panel>, string]>([
  [
    "bars of seconds without a scale",
    { visualisation: { kind: "bargauge" }, unit: "s" },
    `${path}: a bargauge needs a scale, and its unit has none by nature, got unit "s"; say min and max, the values at which it is empty and full`,
  ],
  [
    "a dial that says only where it is full",
    { visualisation: { kind: "gauge", max: 10 }, unit: "bytes" },
    `${path}: a gauge needs a scale, and its unit has none by nature, got unit "bytes"; say min and max, the values at which it is empty and full`,
  ],
  [
    "a dial that runs backwards",
    { visualisation: { kind: "gauge", min: 1, max: 0 } },
    `${path}: a gauge must end above its beginning, got 1 to 0; correct min and max`,
  ],
  [
    "bars without a length",
    { visualisation: { kind: "bargauge", min: 1 }, unit: "percentunit" },
    `${path}: a bargauge must end above its beginning, got 1 to 1; correct min and max`,
  ],
  [
    "bars without an end",
    { visualisation: { kind: "bargauge", min: 0, max: Infinity } },
    `${path}: a bargauge must end above its beginning, got 0 to Infinity; correct min and max`,
  ],
  [
    "a limit beyond the end, in the environment that has it",
    { ...errors, visualisation: { kind: "bargauge", max: 0.5 } },
    `${path} in staging: a threshold is not on the scale of the bargauge, got 0.6; allowed: 0 to 0.5; widen min and max, or leave the step out`,
  ],
])("refuses %s", (_, change, message) => {
  expect(check(change)).toEqual([message]);
});

it("refuses a limit of one query that is not on the scale", () => {
  const beyond = {
    kind: "steps",
    base: "green",
    steps: [{ colour: "red", from: count(-1, "jobs") }],
  } as const;
  expect(
    check({
      visualisation: { kind: "gauge", min: 0, max: 10 },
      queries: [{ expr: "up", thresholds: beyond }],
    }),
  ).toEqual(
    ["production", "staging"].map(
      (name) =>
        `${path} in ${name}: a threshold is not on the scale of the gauge, got -1; allowed: 0 to 10; widen min and max, or leave the step out`,
    ),
  );
});

it.each<[string, Partial<Panel>]>([
  [
    "a share without a word",
    { visualisation: { kind: "bargauge" }, unit: "percentunit" },
  ],
  [
    "a limit at the very end",
    { ...errors, visualisation: { kind: "gauge", max: 0.6 } },
  ],
  ["lines without a scale", { unit: "s" }],
])("accepts %s", (_, change) => {
  expect(check(change)).toEqual([]);
});
