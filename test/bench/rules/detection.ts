import { runTestFiles } from "../../../proof/run-promtool";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { metricOf } from "./load";

const BEFORE_MINUTES = 120;
const AFTER_MINUTES = 120;

/**
 * Minutes from the first failing request until the first page, as promtool evaluates the rules: 15
 * s samples, one evaluation a minute, two hours without errors before.
 * @returns undefined where nobody is paged within two hours
 */
export async function minutesToPage(
  promtool: string,
  rules: readonly Rule[],
  pages: string,
  errorRatio: number,
): Promise<number | undefined> {
  const perSample = 15_000;
  const good = Math.round(perSample * (1 - errorRatio));
  const calm = BEFORE_MINUTES * 4;
  const length = AFTER_MINUTES * 4;
  const series = (status: string) => `${metricOf(0)}{status="${status}"}`;
  const counted = calm * perSample;
  const run = await runTestFiles(
    promtool,
    [
      {
        name: "detection",
        subject: "detection",
        rules,
        evaluationInterval: "1m",
        cost: 0,
        groups: [
          {
            name: "step",
            interval: "15s",
            input_series: [
              {
                series: series("200"),
                values: `0+${String(perSample)}x${String(calm)} ${String(counted + good)}+${String(good)}x${String(length)}`,
              },
              {
                series: series("500"),
                values: `1000x${String(calm)} ${String(1000 + perSample - good)}+${String(perSample - good)}x${String(length)}`,
              },
            ],
            alert_rule_test: [],
            promql_expr_test: Array.from({ length: AFTER_MINUTES }, (_, m) => ({
              expr: `count(ALERTS{alertstate="firing", ${pages}})`,
              eval_time: `${String(BEFORE_MINUTES + m)}m`,
              exp_samples: [],
            })),
          },
        ],
      },
    ],
    10 * 60_000,
  );
  if (run.kind === "failed") throw new Error(run.output);
  const [first] = run.suites[0]?.cases[0]?.failures ?? [];
  if (first === undefined) return undefined;
  const time = /time: (?:(\d+)h)?(?:(\d+)m)?/.exec(first);
  if (time === null) throw new Error(first);
  return Number(time[1] ?? 0) * 60 + Number(time[2] ?? 0) - BEFORE_MINUTES;
}
