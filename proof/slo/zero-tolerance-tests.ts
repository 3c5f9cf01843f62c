import { minutes } from "../../model/duration";
import type { Slo, ZeroToleranceSlo } from "../../model/slo";
import { violationNumbers } from "../../prometheus/slo/alert-texts";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";
import type { ProofTest } from "../proof-subject";
import { expectedAlert } from "./expected-alert";
import { World, at } from "./world";

const EVALUATION = minutes(1);

/**
 * Nothing bad, then one bad event, then nothing again: fires at the first evaluation, resolves at
 * the first one after.
 */
export function zeroToleranceTests(
  slo: ZeroToleranceSlo,
  rule: AlertRuleText,
  system: string,
): readonly ProofTest[] {
  const { all, since } = violationNumbers(slo, system);
  const world = new World(slo, EVALUATION, 0);
  world.pass(minutes(10).milliseconds, { errorRatio: 0 });
  const before = world.now;
  world.pass(minutes(5).milliseconds, { errorRatio: 1 });
  const end = world.now;
  world.pass(minutes(10).milliseconds, { errorRatio: 0 });
  const first = before + EVALUATION.milliseconds;
  return [
    {
      name: "fires on the first bad event and resolves after the last",
      interval: EVALUATION.toString(),
      evaluationInterval: EVALUATION.toString(),
      series: world.series,
      checks: [
        { kind: "firing", at: at(before), count: 0 },
        {
          kind: "alerts",
          at: at(first),
          alerts: [
            expectedAlert({ slo, rule }, 1, [
              [since, EVALUATION.seconds],
              ...(all === undefined ? [] : [[all, counted(slo)] as const]),
            ]),
          ],
        },
        { kind: "firing", at: at(end), count: 1 },
        { kind: "firing", at: at(end + EVALUATION.milliseconds), count: 0 },
      ],
    },
    nothingBad(slo),
  ];
}

/** All that the bad example shows, bad or not. */
const counted = ({ examples }: ZeroToleranceSlo): number =>
  Object.values({ ...examples.other, ...examples.bad }).reduce(
    (sum, value) => sum + value,
    0,
  );

/** Good events, and those that are neither, for an hour. */
function nothingBad(slo: Slo): ProofTest {
  const world = new World(slo, EVALUATION, 0);
  world.pass(minutes(60).milliseconds, { errorRatio: 0 });
  return {
    name: "nothing is bad",
    interval: EVALUATION.toString(),
    evaluationInterval: EVALUATION.toString(),
    series: world.series,
    checks: [{ kind: "firing", at: at(world.now), count: 0 }],
  };
}

/** The recorded series: nothing bad, something bad, and what is neither beside both. */
export const violationTests = (
  slo: Slo,
  system: string,
): readonly ProofTest[] =>
  [0, 1].map((bad) => {
    const world = new World(slo, EVALUATION, 0);
    world.pass(minutes(10).milliseconds, { errorRatio: bad });
    return {
      name: bad === 0 ? "nothing is bad" : "something is bad",
      interval: EVALUATION.toString(),
      evaluationInterval: EVALUATION.toString(),
      series: world.series,
      checks: [
        {
          kind: "samples",
          at: at(world.now),
          expr: "sum by (system, slo) ($rule)",
          samples: [
            { labels: `{system="${system}", slo="${slo.name}"}`, value: bad },
          ],
        },
      ],
    };
  });
