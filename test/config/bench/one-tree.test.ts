import { findEngine } from "../../../engines/find-engine";
import { runTestFiles } from "../../../proof/run-promtool";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { metricOf } from "../../bench/rules/load";
import {
  longWindowsInOneTree,
  oneTree,
  treePerSystem,
} from "../../bench/rules/one-tree";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

const RATIOS = [
  'slo:sli_error:ratio_rate1h{system="bench"}',
  'slo:sli_error:ratio_rate3d{system="bench"}',
  'slo:error_budget_remaining:ratio{system="bench"}',
  'slo:sli_error:ratio_rate1h{system="bench-1"}',
  'slo:sli_error:ratio_rate3d{system="bench-1"}',
];

/** What the engine finds at the end of three hours in which a hundredth fails. */
async function found(rules: readonly Rule[]): Promise<readonly string[]> {
  const series = (status: string, growth: number) => ({
    series: `${metricOf(0)}{status="${status}"}`,
    values: `0+${String(growth)}x180`,
  });
  const run = await runTestFiles(
    promtool,
    [
      {
        name: "tree",
        subject: "tree",
        rules,
        evaluationInterval: "5m",
        cost: 0,
        groups: [
          {
            name: "tree",
            interval: "1m",
            input_series: [series("200", 9900), series("500", 100)],
            alert_rule_test: [],
            promql_expr_test: RATIOS.map((expr) => ({
              expr,
              eval_time: "3h",
              exp_samples: [],
            })),
          },
        ],
      },
    ],
    2 * 60_000,
  );
  if (run.kind === "failed") throw new Error(run.output);
  return (run.suites[0]?.cases[0]?.failures ?? []).map(
    (failure) => /got:\s*(.*)/.exec(failure)?.[1]?.trim() ?? failure,
  );
}

/** Rules whose first system has other base rules. */
const withBase = (
  make: typeof oneTree,
  change: (expr: string) => string,
): readonly Rule[] => {
  const { own, shared } = make(2, 1);
  return [
    ...own.map((rule) =>
      "record" in rule &&
      rule.labels?.["system"] === "bench-1" &&
      rule.record.endsWith("_events:rate5m")
        ? { ...rule, expr: change(rule.expr) }
        : rule,
    ),
    ...shared,
  ];
};

it.each([
  ["all windows", oneTree],
  ["windows of a day and more", longWindowsInOneTree],
])(
  "records of %s in one tree what a tree of each system records",
  async (_, make) => {
    const { own, shared } = make(2, 1);
    const expected = await found(treePerSystem(2, 1).own);
    expect(expected).toHaveLength(RATIOS.length);
    expect(await found([...own, ...shared])).toEqual(expected);
  },
);

it.each<readonly [string, (expr: string) => string]>([
  ["find nothing", () => "absent_metric"],
  ["are no numbers", (expr) => `(${expr}) * NaN`],
  ["are without bound", (expr) => `(${expr}) / 0`],
  [
    "carry a label more",
    (expr) => `label_replace(${expr}, "pod", "a", "", "")`,
  ],
])(
  "leaves the windows of others whole where base rules of one system %s",
  async (_, change) => {
    const whole = await found(treePerSystem(2, 1).own);
    const broken = await found(withBase(oneTree, change));
    expect(broken.slice(0, 3)).toEqual(whole.slice(0, 3));
  },
);
