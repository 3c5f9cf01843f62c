import { promtoolMemory } from "../../cli/proof/promtool-memory";
import { failureReport } from "../../cli/proof/report";
import { production } from "../support/environments/production";
import { formatProblem } from "../../model/problem";
import type { Service } from "../../model/service";
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
