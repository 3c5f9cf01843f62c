import type { EnvironmentConfig } from "../model/environment";
import type { Alert } from "../model/alert";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { alertsIn } from "../prometheus/rules/alert-rules";
import { proofIn } from "../model/thresholds-in-force";
import type { Rule } from "../prometheus/rules/rule-group";
import { proofSubjects } from "./proof-subjects";
import type { ProofSubject, ProofTest } from "./proof-subject";
import { alertRulesOf, recordingRulesOf } from "./rule-chain";
import { readValues } from "./series-values";
import { ruleName } from "../prometheus/rules/rule-group";

/**
 * Checks the coverage of proofs: every alert is shown to fire, not to fire on a near miss, and to
 * resolve; every recorded series is read by an alert or has a case of its own; and the proofs are
 * well-formed.
 */
export function checkProofs(
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly Problem[] {
  const broken = services.flatMap((service) =>
    alertsIn(environment, service).flatMap((alert) =>
      checkCases(`services/${service.key} alert "${alert.name}"`, {
        expr: alert.expr,
        proof: proofIn(environment, service.key, alert),
      }),
    ),
  );
  if (broken.length > 0) return broken;
  const subjects = proofSubjects(services, environment, { everyMinute: false });
  return [
    ...repeatedIds(subjects),
    ...services.flatMap((service) =>
      alertRulesOf(service, environment).flatMap((rule) =>
        checkAlert(service.key, rule, subjects),
      ),
    ),
    ...recordingRulesOf(services, environment).flatMap(({ system, rule }) =>
      isProved(rule, subjects)
        ? []
        : [
            {
              path: `services/${system} recording rule "${rule.record}"`,
              message: "no proof reads it",
              next: "add a proof to the rule: its results for some raw series",
            },
          ],
    ),
  ];
}

function checkCases(
  path: string,
  { proof, expr }: Pick<Alert, "proof" | "expr">,
): readonly Problem[] {
  const cases = [
    ...proof.fires.map((each, index) => ({
      where: `fires, case ${String(index + 1)}`,
      series: each.series,
      mayBeEmpty: expr.includes("absent"),
    })),
    ...proof.quiet.map((each, index) => ({
      where: `quiet, case ${String(index + 1)}`,
      series: each.series,
      mayBeEmpty: false,
    })),
  ];
  return cases.flatMap(({ where, series, mayBeEmpty }) => [
    ...(Object.keys(series).length === 0 && !mayBeEmpty
      ? [
          {
            path: `${path} ${where}`,
            message: "there are no series to evaluate",
            next: "add the raw series at such a time",
          },
        ]
      : []),
    ...Object.values(series).flatMap((values) =>
      unreadable(path, where, values),
    ),
  ]);
}

function unreadable(
  path: string,
  where: string,
  values: string,
): readonly Problem[] {
  try {
    readValues(values);
    return [];
  } catch (error) {
    return [
      {
        path: `${path} ${where}`,
        message: error instanceof Error ? error.message : String(error),
        next: "correct the values",
      },
    ];
  }
}

const repeatedIds = (subjects: readonly ProofSubject[]): readonly Problem[] =>
  subjects
    .filter(
      ({ id }, index) => subjects.findIndex((each) => each.id === id) < index,
    )
    .map(({ id, system }) => ({
      path: `services/${system} proof "${id}"`,
      message: "two proofs have that name",
      next: "rename one of the rules",
    }));

function checkAlert(
  system: string,
  rule: Rule,
  subjects: readonly ProofSubject[],
): readonly Problem[] {
  const subject = subjects.find((each) => sameRule(each.rule, rule));
  const tests = subject?.tests ?? [];
  const missing = [
    ...(tests.some(fires) ? [] : ["fires"]),
    ...(tests.some(staysQuiet) ? [] : ["stays quiet on a near miss"]),
    ...(tests.some(resolves) ? [] : ["resolves"]),
  ];
  return missing.length === 0
    ? []
    : [
        {
          path: `services/${system} alert "${subject?.id ?? ruleName(rule)}"`,
          message: `nothing proves that it ${missing.join(" or ")}`,
          next: "add the case to its proof",
        },
      ];
}

const sameRule = (left: Rule, right: Rule): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

const isFiring = (check: ProofTest["checks"][number]): boolean =>
  (check.kind === "alerts" && check.alerts.length > 0) ||
  (check.kind === "firing" && check.count > 0);

const isQuiet = (check: ProofTest["checks"][number]): boolean =>
  check.kind === "firing" && check.count === 0;

const fires = ({ checks }: ProofTest): boolean =>
  checks.some((check) => check.kind === "alerts" && check.alerts.length > 0);

const staysQuiet = ({ checks }: ProofTest): boolean =>
  checks.some(isQuiet) && !checks.some(isFiring);

const resolves = ({ checks }: ProofTest): boolean =>
  checks.some(
    (check, index) => isQuiet(check) && checks.slice(0, index).some(isFiring),
  );

/** By a case of its own, or by the alerts that read it. */
const isProved = (rule: Rule, subjects: readonly ProofSubject[]): boolean =>
  subjects.some(
    (subject) =>
      sameRule(subject.rule, rule) ||
      subject.chain.some((read) => sameRule(read, rule)),
  );
