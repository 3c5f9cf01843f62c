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

/** What the engine says of the proofs of a service's own rules. */
export interface Proved {
  /** What nothing proves, and what does not hold. */
  readonly failures: string;
  /** Changes of rules that no proof notices. */
  readonly survived: readonly string[];
  /** Explanations of changes that are noticed. */
  readonly unneeded: readonly string[];
  /** Changes that were made. */
  readonly changes: number;
}

/**
 * Proves everything that a service declares by hand, and changes each of its rules in one thing at
 * a time. What its promises generate has tests of its own.
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
