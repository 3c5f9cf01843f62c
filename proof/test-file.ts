import { ruleName } from "../prometheus/rules/rule-group";
import type { Rule } from "../prometheus/rules/rule-group";
import type { ProofCheck, ProofSubject, ProofTest } from "./proof-subject";
import { rulesAtWork } from "./rules-at-work";

/** Rules and their tests, in promtool's format. */
export interface TestFile {
  /** Unique within a run. */
  readonly name: string;
  /** The subject that is proved; several files may be about one. */
  readonly subject: string;
  readonly rules: readonly Rule[];
  readonly evaluationInterval: string;
  readonly groups: readonly TestGroup[];
  /** Cost in evaluations of a rule, for scheduling. */
  readonly cost: number;
  /** What to do when it fails. @default to look at the proof of the subject */
  readonly next?: string;
}

/**
 * One test in promtool's format.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#test_group
 */
export interface TestGroup {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly {
    readonly series: string;
    readonly values: string;
  }[];
  readonly alert_rule_test: readonly {
    readonly eval_time: string;
    readonly alertname: string;
    readonly exp_alerts: readonly {
      readonly exp_labels: Readonly<Record<string, string>>;
      readonly exp_annotations: Readonly<Record<string, string>>;
    }[];
  }[];
  readonly promql_expr_test: readonly {
    readonly expr: string;
    readonly eval_time: string;
    readonly exp_samples: readonly {
      readonly labels: string;
      readonly value: number;
    }[];
  }[];
}

/**
 * The tests of a subject, one file for each evaluation interval and for each set of rules of the
 * chain that their worlds need.
 *
 * @param name of the files, made unique by the interval and a number
 * @param chain rules that the subject depends on
 * @param rules the rule, or its replacements, each with a name of its own
 */
export function testFiles(
  name: string,
  subject: ProofSubject,
  chain: readonly Rule[] = subject.chain,
  rules: readonly Rule[] = [subject.rule],
): readonly TestFile[] {
  const together = new Map<string, Together>();
  for (const test of subject.tests) {
    const below =
      test.alone === true ? [] : rulesAtWork(chain, Object.keys(test.series));
    const key = JSON.stringify([
      test.evaluationInterval,
      below.map((rule) => chain.indexOf(rule)),
    ]);
    const known = together.get(key);
    if (known === undefined) together.set(key, { below, tests: [test] });
    else known.tests.push(test);
  }
  return [...together.values()].flatMap(({ below, tests }, index) => {
    const [first] = tests;
    if (first === undefined) return [];
    const all = [...below, ...rules];
    return [
      {
        name: `${name} @${first.evaluationInterval} ${String(index + 1)}`,
        subject: name,
        rules: all,
        evaluationInterval: first.evaluationInterval,
        groups: tests.map((test) => testGroup(test, rules.map(ruleName))),
        cost: tests.reduce(
          (sum, test) => sum + all.length * evaluations(test),
          0,
        ),
      },
    ];
  });
}

/** Tests with one evaluation interval, and the rules of the chain that have samples in them. */
interface Together {
  readonly below: readonly Rule[];
  readonly tests: ProofTest[];
}

const testGroup = (
  { name, interval, series, checks }: ProofTest,
  rules: readonly string[],
): TestGroup => ({
  name,
  interval,
  input_series: Object.entries(series).map(([key, values]) => ({
    series: key,
    values,
  })),
  alert_rule_test: checks.flatMap((check) =>
    check.kind === "alerts"
      ? rules.map((alertname) => ({
          eval_time: check.at,
          alertname,
          exp_alerts: check.alerts.map(({ labels, annotations }) => ({
            exp_labels: labels,
            exp_annotations: annotations,
          })),
        }))
      : [],
  ),
  promql_expr_test: checks.flatMap((check) =>
    rules.flatMap((rule) => expression(check, rule)),
  ),
});

function expression(
  check: ProofCheck,
  rule: string,
): TestGroup["promql_expr_test"] {
  switch (check.kind) {
    case "alerts":
      return [];
    case "firing":
      return [
        {
          expr: `count(ALERTS{alertname="${rule}", alertstate="firing"})`,
          eval_time: check.at,
          exp_samples:
            check.count === 0 ? [] : [{ labels: "{}", value: check.count }],
        },
      ];
    case "samples":
      return [
        {
          expr: check.expr.replaceAll("$rule", rule),
          eval_time: check.at,
          exp_samples: check.samples.map(({ labels, value }) => ({
            labels: labels.replaceAll("$rule", rule),
            value,
          })),
        },
      ];
  }
}

/** Number of evaluations of each rule: until the last tested time. */
function evaluations({ checks, evaluationInterval }: ProofTest): number {
  const last = Math.max(...checks.map((check) => lengthOf(check.at)));
  return last / lengthOf(evaluationInterval) + 1;
}

const UNITS: Readonly<Record<string, number>> = {
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** Seconds of a time in promtool's notation. */
export const lengthOf = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|[dhms])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ""] ?? 0),
    0,
  );
