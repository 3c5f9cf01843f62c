import { promtoolMemory } from "../../cli/proof/promtool-memory";
import { failureReport } from "../../cli/proof/report";
import { production } from "../support/environments/production";
import { formatProblem } from "../../model/problem";
import { Bytes } from "../../model/bytes";
import { milliseconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { ratio } from "../../model/ratio";
import type { Service } from "../../model/service";
import { count } from "../../model/threshold";
import type { Threshold } from "../../model/threshold";
import { checkProofs } from "../../proof/check-proofs";
import { judge } from "../../proof/judge";
import { mutate } from "../../proof/mutation";
import { proofSubjects } from "../../proof/proof-subjects";
import { testFiles } from "../../proof/test-file";
import { findEngine } from "../../engines/find-engine";

/** Results of the proofs of a service's own rules. */
export interface Proved {
  /** Rules without a proof, and proofs that fail. */
  readonly failures: string;
  /** Undetected mutants. */
  readonly survived: readonly string[];
  /** Explanations of detected mutants. */
  readonly unneeded: readonly string[];
  /** Number of mutants. */
  readonly changes: number;
}

/** Another limit of the same kind, which a proof for the first does not fit. */
function other(limit: Threshold): Threshold {
  switch (limit.kind) {
    case "ratio":
      return ratio(
        limit.value > 0.9 ? 1 - (1 - limit.value) * 2 : limit.value * 0.8,
      );
    case "count":
      return count(limit.value === 0 ? 3 : limit.value * 0.8, limit.of);
    case "duration":
      return milliseconds(limit.milliseconds * 2.5);
    case "bytes":
      return new Bytes(limit.bytes * 2);
  }
}

/** Failures of the proofs of alerts in an environment that overrides each of their limits. */
export async function failuresWithOtherLimits(
  service: Service,
): Promise<string> {
  const promtool = await findEngine("promtool");
  const environment: EnvironmentConfig = {
    ...production,
    thresholds: service.alerts.flatMap(({ name, thresholds = {} }) =>
      Object.entries(thresholds).map(([threshold, limit]) => ({
        system: service.key,
        alert: name,
        threshold,
        value: other(limit),
        reason: "another environment",
      })),
    ),
  };
  expect(environment.thresholds.length).toBeGreaterThan(0);
  const names = new Set(service.alerts.map(({ name }) => name));
  const subjects = proofSubjects([service], environment, {
    everyMinute: false,
  }).filter(({ rule }) => "alert" in rule && names.has(rule.alert));
  return failureReport(
    environment.name,
    await judge(
      subjects.flatMap((subject) => testFiles(subject.id, subject)),
      { promtool, jobs: 2, memory: promtoolMemory(process.env) },
    ),
  );
}

/**
 * Proves everything that a service declares by hand, and changes each of its rules in one thing at
 * a time. Generated SLO rules have tests of their own.
 */
export async function prove(service: Service): Promise<Proved> {
  const promtool = await findEngine("promtool");
  const options = {
    promtool,
    jobs: 2,
    memory: promtoolMemory(process.env),
  };
  const problems = checkProofs([service], production).map(formatProblem);
  if (problems.length > 0) {
    return {
      failures: problems.join("\n"),
      survived: [],
      unneeded: [],
      changes: 0,
    };
  }
  const subjects = proofSubjects([service], production, {
    everyMinute: false,
  }).filter(
    ({ rule }) =>
      !("alert" in rule ? rule.alert : rule.record).startsWith("slo:") &&
      !("alert" in rule && rule.labels["slo"] !== undefined),
  );
  const failures = failureReport(
    "production",
    await judge(
      subjects.flatMap((subject) => testFiles(subject.id, subject)),
      options,
    ),
  );
  if (failures !== "") {
    return { failures, survived: [], unneeded: [], changes: 0 };
  }
  const { outcomes, unneeded } = await mutate(subjects, options, () => true);
  return {
    failures,
    survived: outcomes
      .filter(({ outcome }) => outcome.kind === "survived")
      .map(({ id, change }) => `${id}: ${change}`),
    unneeded: unneeded.map(({ id, change }) => `${id}: ${change}`),
    changes: outcomes.length,
  };
}
