import { findEngine } from "../../../engines/find-engine";
import { coursesFrom } from "../../../proof/incidents/course";
import { judge } from "../../../proof/judge";
import type { Rule } from "../../../prometheus/rules/rule-group";

/** A first run may build the engine. */
const LIMIT = 20 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, LIMIT);

const alert = (alertname: string, expr: string, after: string): Rule => ({
  alert: alertname,
  expr,
  for: after,
  labels: { priority: "P0" },
  annotations: {},
});

async function courses(
  rules: readonly Rule[],
  series: Readonly<Record<string, string>>,
) {
  const judged = await judge(
    [
      {
        name: "a world",
        subject: "a world",
        rules,
        evaluationInterval: "1m",
        groups: [
          {
            name: "a world",
            interval: "1m",
            input_series: Object.entries(series).map(([key, values]) => ({
              series: key,
              values,
            })),
            alert_rule_test: [],
            promql_expr_test: Array.from({ length: 76 }, (_, minute) => ({
              expr: "ALERTS",
              eval_time: `${String(minute)}m`,
              exp_samples: [],
            })),
          },
        ],
        cost: 76,
      },
    ],
    { promtool, jobs: 1 },
  );
  return coursesFrom(
    judged.flatMap(({ failures }) => failures.map(({ says }) => says)),
  );
}

it("reads when each alert is pending and fires, across hours and with any label", async () => {
  expect(
    await courses(
      [alert("Down", "up == 0", "2m"), alert("Never", "up == 7", "0s")],
      {
        'up{route="/a, {b} \\"c\\""}': "1x58 0x9 1x3 0x3",
        'up{route="/other"}': "1x76",
      },
    ),
  ).toEqual([
    {
      labels: { alertname: "Down", priority: "P0", route: '/a, {b} "c"' },
      pending: [
        [59, 61],
        [73, 75],
      ],
      firing: [
        [61, 69],
        [75, 76],
      ],
    },
  ]);
});

it("has no course where nothing is pending", async () => {
  expect(
    await courses([alert("Down", "up == 0", "0s")], { up: "1x76" }),
  ).toEqual([]);
});

it("has none where a rule fails", async () => {
  expect(
    await courses([alert("Both", 'label_replace(up, "a", "", "", "")', "0s")], {
      'up{a="1"}': "1x76",
      'up{a="2"}': "1x76",
    }),
  ).toBeUndefined();
});
