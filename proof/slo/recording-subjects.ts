import { milliseconds } from "../../model/duration";
import type { Service } from "../../model/service";
import { budgeted } from "../../model/slo";
import type { BudgetedSlo } from "../../model/slo";
import { CALENDAR_MONTH, SLO_SERIES } from "../../prometheus/slo/slo-series";
import {
  WINDOWS,
  periodWindows,
  periodsOf,
} from "../../prometheus/slo/slo-windows";
import { BASE_WINDOW, lastBefore } from "../../prometheus/slo/tiles";
import type { RecordingRuleText } from "../../prometheus/rules/rule-group";
import type { Equivalent, ProofSubject, ProofTest } from "../proof-subject";
import { ruleChain } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";
import { baseTests } from "./base-tests";
import { calendarTests } from "./calendar-tests";
import {
  BASE_EQUIVALENTS,
  CALENDAR_EQUIVALENTS,
  KNOWN_EQUIVALENTS,
  MISSING_EQUIVALENTS,
  MISSING_MOMENT_EQUIVALENTS,
  MOMENT_EQUIVALENTS,
  OUTAGE_EQUIVALENTS,
  SAME_LABELS,
  ZERO_TOLERANCE_EQUIVALENTS,
  windowEquivalents,
} from "./equivalents";
import { missingTests, outageTests, whileProbed } from "./outage-tests";
import { ratioTests } from "./ratio-tests";
import { windowTests } from "./window-tests";
import { violationTests } from "./zero-tolerance-tests";

/**
 * Proofs of a service's SLO recording rules, rule by rule: base rules from raw series, all others
 * from the series they read. The alerts' proofs show that they work together.
 */
export function recordingSubjects(
  service: Service,
  available: readonly OwnedRule[],
): readonly ProofSubject[] {
  const slos = budgeted(service.slos);
  const own = available
    .filter(({ system }) => system === service.key)
    .map(({ rule }) => rule);
  const violations = service.slos
    .filter(({ kind }) => kind === "zero-tolerance")
    .flatMap((slo) =>
      own
        .filter(({ labels }) => labels?.["slo"] === slo.name)
        .map((rule) => ({
          id: `${service.key} ${rule.record} ${slo.name}`,
          system: service.key,
          rule,
          chain: ruleChain(rule, available),
          tests: violationTests(slo, service.key),
          equivalent: ZERO_TOLERANCE_EQUIVALENTS,
        })),
    );
  const windows = own.flatMap((rule) => {
    const slo = sloOf(rule, slos);
    if (slo === undefined) return [];
    const tests = testsOf(rule, slo, service);
    if (tests.length === 0) return [];
    return [
      {
        id: [
          service.key,
          rule.record,
          ...(rule.labels?.["slo"] === undefined ? [] : [slo.name]),
        ].join(" "),
        system: service.key,
        rule,
        chain: chainOf(rule, available),
        tests,
        equivalent: equivalentsOf(rule, slo, service),
      },
    ];
  });
  return [...violations, ...windows];
}

function equivalentsOf(
  { record }: RecordingRuleText,
  slo: BudgetedSlo,
  { slos }: Service,
): readonly Equivalent[] {
  if (BASE_SERIES.includes(record)) {
    return slo.kind === "request"
      ? BASE_EQUIVALENTS
      : record === SLO_SERIES.events("total", BASE_WINDOW) &&
          slo.total.endsWith(" * 0 + 1")
        ? KNOWN_EQUIVALENTS
        : MOMENT_EQUIVALENTS;
  }
  if (record === SLO_SERIES.outage) return OUTAGE_EQUIVALENTS;
  if (record === MISSING) {
    return slo.kind === "request"
      ? MISSING_EQUIVALENTS
      : MISSING_MOMENT_EQUIVALENTS;
  }
  if (record === SLO_SERIES.monthErrorRatio) return CALENDAR_EQUIVALENTS;
  const lookback = [...WINDOWS, ...periodWindows(periodsOf(slos))]
    .filter(({ length }) => record.endsWith(`_events:rate${length.toString()}`))
    .map(({ tile }) => lastBefore(tile))
    .find((found) => found !== undefined);
  return lookback === undefined
    ? SAME_LABELS
    : windowEquivalents(
        lookback.step.toString(),
        milliseconds(lookback.step.milliseconds / 2).toString(),
      );
}

const MISSING = SLO_SERIES.events("missing", BASE_WINDOW);

/** Series that are recorded from the application's series. */
const BASE_SERIES = [
  SLO_SERIES.events("bad", BASE_WINDOW),
  SLO_SERIES.events("total", BASE_WINDOW),
];

/**
 * Base rules read raw series. The others are given their direct input, except the month, and of
 * missing events what the SLO's total reads.
 */
const chainOf = (
  rule: RecordingRuleText,
  available: readonly OwnedRule[],
): readonly RecordingRuleText[] =>
  ruleChain(rule, available).filter(
    ({ record }) =>
      record === CALENDAR_MONTH ||
      BASE_SERIES.includes(rule.record) ||
      (rule.record === MISSING && !record.startsWith("slo:")),
  );

/** The SLO that a rule is about, or one of them. */
function sloOf(
  rule: RecordingRuleText,
  slos: readonly BudgetedSlo[],
): BudgetedSlo | undefined {
  if (!rule.record.startsWith("slo:")) return undefined;
  const named = rule.labels?.["slo"];
  if (named !== undefined) return slos.find(({ name }) => name === named);
  return (
    slos.find(({ name }) =>
      new RegExp(`slo=~"(?:[^"]*\\|)?${name}(?:\\||")`).test(rule.expr),
    ) ?? (rule.expr.includes("slo=~") ? undefined : slos[0])
  );
}

function testsOf(
  rule: RecordingRuleText,
  slo: BudgetedSlo,
  { key, slos }: Service,
): readonly ProofTest[] {
  const { record } = rule;
  const namesSlos = rule.expr.includes("slo=~");
  for (const which of ["bad", "total"] as const) {
    if (record === SLO_SERIES.events(which, BASE_WINDOW)) {
      return whileProbed(slo, key, baseTests(which, slo, key));
    }
    const window = [...WINDOWS, ...periodWindows(periodsOf(slos))].find(
      ({ length }) => record === SLO_SERIES.events(which, length),
    );
    if (window !== undefined) {
      return windowTests({
        window,
        which,
        system: key,
        slo: slo.name,
        namesSlos,
      });
    }
  }
  if (record === SLO_SERIES.outage) return outageTests(slo, key);
  if (record === MISSING) return missingTests(slo, key);
  if (record === CALENDAR_MONTH || record === SLO_SERIES.monthErrorRatio) {
    return calendarTests(record, key, slo.name);
  }
  // One rule for each period of the system.
  const asked =
    record === SLO_SERIES.periodErrorRatio ||
    record === SLO_SERIES.periodBadEvents
      ? periodsOf(slos).flatMap(
          (period) =>
            budgeted(slos).find(
              (each) => each.period.milliseconds === period.milliseconds,
            ) ?? [],
        )
      : [slo];
  return asked.flatMap((each) => ratioTests(rule, each, key, namesSlos));
}
