import { milliseconds } from "../model/duration";
import { foundIn } from "./promtool-difference";
import type { Found } from "./promtool-difference";
import { runTestFiles } from "./run-promtool";
import type { ProofSubject, ProofTest } from "./proof-subject";
import { ruleName } from "../prometheus/rules/rule-group";
import { lengthOf } from "./test-file";

/** A time interval without changes. */
export interface Stretch {
  /** Seconds from the first sample, of the first and the last evaluation. */
  readonly from: number;
  readonly to: number;
  /** Alerts by their labels, each with its state; none while it is inactive. */
  readonly states: readonly string[];
}

const TIME_LIMIT = 5 * 60_000;

/**
 * The engine's state of an alert at every evaluation of a test. The test expects something
 * impossible, so promtool's failure message lists the actual samples.
 * @throws Error with the engine's output when it cannot be evaluated
 */
export async function timeline(
  promtool: string,
  subject: ProofSubject,
  test: ProofTest,
): Promise<readonly Stretch[]> {
  const interval = lengthOf(test.evaluationInterval);
  const end = Math.max(...test.checks.map(({ at }) => lengthOf(at)));
  const moments = Array.from(
    { length: Math.floor(end / interval) + 1 },
    (_, index) => index * interval,
  );
  const query =
    "alert" in subject.rule
      ? `ALERTS{alertname="${subject.rule.alert}"}`
      : ruleName(subject.rule);
  const run = await runTestFiles(
    promtool,
    [
      {
        name: subject.id,
        subject: subject.id,
        rules: [...(test.alone === true ? [] : subject.chain), subject.rule],
        evaluationInterval: test.evaluationInterval,
        cost: 0,
        groups: [
          {
            name: test.name,
            interval: test.interval,
            input_series: Object.entries(test.series).map(
              ([series, values]) => ({ series, values }),
            ),
            alert_rule_test: [],
            promql_expr_test: moments.map((moment) => ({
              expr: query,
              eval_time: milliseconds(moment * 1000).toString(),
              exp_samples: [],
            })),
          },
        ],
      },
    ],
    TIME_LIMIT,
  );
  if (run.kind === "failed") throw new Error(run.output);
  const answers = new Map<number, readonly string[]>();
  for (const says of run.suites[0]?.cases[0]?.failures ?? []) {
    const found = foundIn(says);
    if (found === undefined) throw new Error(says);
    answers.set(found.at, found.samples.map(stateOf));
  }
  return stretches(moments, (moment) => answers.get(moment) ?? []);
}

/**
 * `{__name__="ALERTS", alertname="X", alertstate="firing", pod="a"} 1E+00` as `firing {pod="a"}`;
 * of a recorded series it is the value.
 */
function stateOf({ series, value }: Found["samples"][number]): string {
  const state = /alertstate="(\w+)"/.exec(series)?.[1];
  const own = series
    .slice(1, -1)
    .split(/, (?=\w+=)/)
    .filter((label) => !/^(?:__name__|alertname|alertstate)=/.test(label))
    .join(", ");
  return `${state ?? value} {${own}}`;
}

function stretches(
  moments: readonly number[],
  statesAt: (moment: number) => readonly string[],
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const moment of moments) {
    const states = statesAt(moment);
    const last = found.at(-1);
    if (last?.states.join() === states.join()) {
      found[found.length - 1] = { ...last, to: moment };
    } else {
      found.push({ from: moment, to: moment, states });
    }
  }
  return found;
}
