import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { markdownTable } from "../../../model/markdown-table";
import { judge } from "../../../proof/judge";
import type { JudgeOptions } from "../../../proof/judge";
import { mutate } from "../../../proof/mutation";
import { proofSubjects } from "../../../proof/proof-subjects";
import { testFiles } from "../../../proof/test-file";
import { services } from "../../support/declared";

/** Proves everything of production with an empty cache, then mutates every rule. */
async function main(): Promise<void> {
  const options: JudgeOptions = {
    promtool: await findEngine("promtool"),
    jobs: 2,
  };
  const subjects = proofSubjects(services, production, { everyMinute: true });
  const alerts = subjects.filter(({ rule }) => "alert" in rule).length;
  const slos = services.reduce((sum, each) => sum + each.slos.length, 0);
  const proofs = await timed(
    "proofs, one SLO of each kind every minute",
    async () => {
      const files = subjects.flatMap((subject) =>
        testFiles(subject.id, subject),
      );
      const judgements = await judge(files, options);
      const failed = judgements.filter(({ failures }) => failures.length > 0);
      return `${judgements.length.toLocaleString("en")} test files, ${failed.length === 0 ? "all pass" : `${String(failed.length)} FAIL`}`;
    },
  );
  const mutation = await timed("mutation", async () => {
    const { outcomes } = await mutate(
      proofSubjects(services, production, { everyMinute: false }),
      options,
    );
    const survived = outcomes.filter(
      ({ outcome }) => outcome.kind === "survived",
    );
    return `${outcomes.length.toLocaleString("en")} mutants, ${survived.length === 0 ? "none" : String(survived.length)} of them undetected`;
  });
  console.log(
    `${String(alerts)} alerts, ${String(slos)} SLOs, ${String(subjects.length - alerts)} recorded series with proofs of their own:\n`,
  );
  console.log(markdownTable(["", "what", "time"], [proofs, mutation]));
}

/** What was done, its result, and how long it took. */
async function timed(
  what: string,
  work: () => Promise<string>,
): Promise<readonly string[]> {
  const started = process.hrtime.bigint();
  const result = await work();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return [what, result, `${seconds.toFixed(0)} s`];
}

void main();
