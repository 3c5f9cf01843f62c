import type { Judgement } from "../../proof/judge";
import type { MutationReport } from "../../proof/mutation";

/** Failed proofs with the engine's output and a command to inspect them; empty when all pass. */
export function failureReport(
  environment: string,
  judgements: readonly Judgement[],
): string {
  return judgements
    .filter(({ failures }) => failures.length > 0)
    .map(({ file, failures }) => {
      return [
        `${environment}: ${file.subject}`,
        ...failures.map(({ test, says }) => `  ${test}\n${says}`),
        `  ${file.next ?? `look closer: npm run proof -- --environment ${environment} --alert "${file.subject}"`}`,
      ].join("\n");
    })
    .join("\n\n");
}

/** How many mutants the proofs detect, and which they do not. */
export function mutationReport(report: MutationReport): string {
  const systems = [...new Set(report.outcomes.map(({ system }) => system))];
  const lines = systems.map((system) => {
    const own = report.outcomes.filter((each) => each.system === system);
    const count = (kind: string): number =>
      own.filter(({ outcome }) => outcome.kind === kind).length;
    const notified = own.length - count("equivalent");
    const score = notified === 0 ? 100 : (100 * count("killed")) / notified;
    return `${system}: ${String(own.length)} changes, ${String(count("killed"))} noticed, ${String(count("survived"))} not, ${String(count("equivalent"))} explained as making no difference; score ${score.toFixed(1)} %`;
  });
  const survivors = report.outcomes
    .filter(({ outcome }) => outcome.kind === "survived")
    .map(({ id, change }) => `  not noticed: ${id}: ${change}`);
  const unneeded = report.unneeded.map(
    ({ id, change }) =>
      `  explained, but there is no such change or a proof notices it: ${id}: ${change}`,
  );
  return [...lines, ...survivors, ...unneeded].join("\n");
}

/** Why changes make no difference, each reason with how often it was given. */
export function explanations(report: MutationReport): string {
  const reasons = new Map<string, number>();
  for (const { outcome } of report.outcomes) {
    if (outcome.kind !== "equivalent") continue;
    reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1);
  }
  return [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([why, count]) => `  ${String(count).padStart(4)} × ${why}`)
    .join("\n");
}
