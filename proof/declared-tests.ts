import type { FiringCase, InputSeries, QuietCase } from "../model/alert-proof";
import type { Alert } from "../model/alert";
import { milliseconds, minutes } from "../model/duration";
import { isAmong } from "../model/environment-choice";
import type { ChosenBy, EnvironmentChoice } from "../model/environment-choice";
import type { Duration } from "../model/duration";
import { secondsOf } from "../query/promql/durations";
import type { AlertRuleText } from "../prometheus/rules/rule-group";
import type { ProofCheck, ProofTest } from "./proof-subject";
import {
  gap,
  lastValue,
  lasting,
  raised,
  readValues,
  writeValues,
} from "./series-values";
import type { SeriesValues } from "./series-values";
import { renderedAlert } from "./rendered-alert";

/**
 * Rules are evaluated once a minute in a proof, as in most groups, unless a case says otherwise.
 */
const EVALUATION = minutes(1);

/**
 * The declared cases of an alert as promtool tests: each fault with the world before and after it,
 * and each near miss.
 *
 * @param lookback maximum number of seconds that the alert looks back
 * @throws Error naming the alert when a case cannot be rendered
 */
export function declaredTests(
  { name, proof }: Pick<Alert, "name" | "proof">,
  rule: AlertRuleText,
  lookback: number,
  environment: ChosenBy,
): readonly ProofTest[] {
  const holds = ({ only }: { readonly only?: EnvironmentChoice }): boolean =>
    only === undefined || isAmong(only, environment);
  const fires = proof.fires.filter(holds);
  const quiet = proof.quiet.filter(holds);
  try {
    const kept = secondsOf(rule.keep_firing_for ?? "0s") ?? 0;
    return [
      ...fires.map((firing, index) =>
        firingTest(
          `fires and resolves, case ${String(index + 1)}`,
          firing,
          quiet[0],
          rule,
          Math.ceil((lookback + kept) / 60) * 60_000,
        ),
      ),
      ...quiet.map((quietCase, index) =>
        quietTest(`stays quiet, case ${String(index + 1)}`, quietCase),
      ),
    ];
  } catch (error) {
    throw new Error(
      `alert "${name}": ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function firingTest(
  name: string,
  firing: FiringCase,
  quiet: QuietCase | undefined,
  rule: AlertRuleText,
  lookback: number,
): ProofTest {
  const interval = firing.interval ?? minutes(1);
  const evaluation = firing.evaluation ?? EVALUATION;
  const step = interval.milliseconds;
  const before = firing.before ?? quiet?.series ?? {};
  const start =
    before === "nothing"
      ? 0
      : roundUp(lookback + (quiet?.at.milliseconds ?? 0), step, evaluation);
  const end = start + firing.at.milliseconds;
  const after = firing.resolves?.after.milliseconds ?? lookback;
  const calm = firing.resolves?.series ?? quiet?.series ?? {};
  const resolved = end + roundUp(after, evaluation.milliseconds, evaluation);
  const stages = [
    [before === "nothing" ? {} : before, start / step],
    [firing.series, Math.floor((end - start) / step) + 1],
    [calm, Math.ceil((resolved - end) / step) + 1],
  ] as const;
  const early = end - evaluation.milliseconds;
  return {
    name,
    interval: interval.toString(),
    evaluationInterval: evaluation.toString(),
    series: joined(stages),
    checks: [
      ...(early >= 0 ? [firingCheck(early, 0)] : []),
      {
        kind: "alerts",
        at: text(end),
        alerts: (firing.expect ?? [{}]).map((expected) =>
          renderedAlert(rule, expected),
        ),
      },
      ...(firing.resolves === undefined
        ? []
        : [
            firingCheck(
              resolved - evaluation.milliseconds,
              (firing.expect ?? [{}]).length,
            ),
          ]),
      firingCheck(resolved, 0),
    ],
  };
}

const quietTest = (
  name: string,
  { series, at, interval = minutes(1), evaluation = EVALUATION }: QuietCase,
): ProofTest => ({
  name,
  interval: interval.toString(),
  evaluationInterval: evaluation.toString(),
  series,
  checks: [firingCheck(at.milliseconds, 0)],
});

const firingCheck = (at: number, count: number): ProofCheck => ({
  kind: "firing",
  at: text(at),
  count,
});

const text = (at: number): string => milliseconds(at).toString();

const roundUp = (value: number, step: number, evaluation: Duration): number => {
  const unit = Math.max(step, evaluation.milliseconds);
  return Math.ceil(value / unit) * unit;
};

/**
 * Joins the stages of a world. A counter continues from its last value: a fault does not restart
 * the application.
 */
function joined(
  stages: readonly (readonly [InputSeries, number])[],
): Readonly<Record<string, string>> {
  const names = new Set(stages.flatMap(([series]) => Object.keys(series)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values: SeriesValues[] = [];
      let last: number | undefined;
      for (const [series, length] of stages) {
        const written = series[name];
        const stage =
          written === undefined
            ? gap(length)
            : continued(name, lasting(readValues(written), length), last);
        values.push(stage);
        last = lastValue(stage) ?? last;
      }
      return [name, writeValues(values.flat())];
    }),
  );
}

const COUNTER = /^[a-zA-Z0-9_]+_(?:total|bucket|count|sum)(?:\{|$)/;

function continued(
  name: string,
  values: SeriesValues,
  last: number | undefined,
): SeriesValues {
  const [first] = values;
  if (last === undefined || first?.kind !== "run" || !COUNTER.test(name)) {
    return values;
  }
  return raised(values, last + first.step - first.start);
}
