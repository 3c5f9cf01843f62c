import { Command } from "commander";
import { availableParallelism } from "node:os";
import { findEngine } from "../../engines/find-engine";
import type { EnvironmentConfig } from "../../model/environment";
import { formatProblem } from "../../model/problem";
import { checkProofs } from "../../proof/check-proofs";
import { judge } from "../../proof/judge";
import type { JudgeOptions } from "../../proof/judge";
import { mutate } from "../../proof/mutation";
import type { ProofSubject } from "../../proof/proof-subject";
import { proofSubjects } from "../../proof/proof-subjects";
import { testFiles } from "../../proof/test-file";
import type { TestFile } from "../../proof/test-file";
import { healthyFiles } from "../../proof/typical/healthy-files";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { nothingNamed } from "./nothing-named";
import { progressLine } from "./progress-line";
import { promtoolMemory } from "./promtool-memory";
import { explanations, failureReport, mutationReport } from "./report";
import { showSubject } from "./show";

const { environments, services } = organisation;

interface Options {
  readonly environment?: string;
  readonly alert?: string;
  readonly mutate?: boolean;
  readonly cache: boolean;
}

/** Proves, shows or mutates; false when a proof fails. */
async function run(options: Options): Promise<boolean> {
  const chosen = environments.filter(
    ({ name }) => name === (options.environment ?? name),
  );
  if (chosen.length === 0) {
    console.error(
      `there is no environment "${options.environment ?? ""}"; known: ${environments.map(({ name }) => name).join(", ")}`,
    );
    return false;
  }
  const promtool = await findEngine("promtool");
  const judging: Omit<JudgeOptions, "onProgress"> = {
    promtool,
    jobs: availableParallelism(),
    ...(options.cache
      ? {
          memory: promtoolMemory(process.env),
        }
      : {}),
  };
  let holds = true;
  let found = 0;
  const shown = new Set<string>();
  const mutated = new Set<string>();
  for (const environment of chosen) {
    if (options.alert === undefined) {
      const problems = checkProofs(services, environment);
      if (problems.length > 0) {
        console.error(problems.map(formatProblem).join("\n"));
        holds = false;
      }
    }
    const subjects = proofSubjects(services, environment, {
      everyMinute: true,
    }).filter(({ id }) => id.includes(options.alert ?? ""));
    if (subjects.length === 0) continue;
    found += subjects.length;
    if (options.alert !== undefined && options.mutate !== true) {
      await show(promtool, environment, subjects.filter(isNew(shown)));
    }
    const proved = await prove(
      environment,
      subjects,
      options.alert === undefined ? healthyFiles(services, environment) : [],
      judging,
    );
    if (!proved) holds = false;
    if (proved && options.mutate === true) {
      const noticed = await notice(
        environment,
        options.alert,
        mutated,
        judging,
      );
      holds &&= noticed;
    }
  }
  if (found === 0) {
    console.error(nothingNamed(chosen, services, options.alert ?? ""));
    return false;
  }
  return holds;
}

async function show(
  promtool: string,
  environment: EnvironmentConfig,
  subjects: readonly ProofSubject[],
): Promise<void> {
  for (const subject of subjects) {
    console.log(
      `${environment.name}: ${await showSubject(promtool, subject)}\n`,
    );
  }
}

async function prove(
  environment: EnvironmentConfig,
  subjects: readonly ProofSubject[],
  healthy: readonly TestFile[],
  judging: Omit<JudgeOptions, "onProgress">,
): Promise<boolean> {
  const files = subjects.flatMap((subject) => testFiles(subject.id, subject));
  const judgements = await judge([...files, ...healthy], {
    ...judging,
    onProgress: progressLine(`${environment.name}: proving`),
  });
  const failures = failureReport(environment.name, judgements);
  const alerts = subjects.filter(({ rule }) => "alert" in rule).length;
  const tests = subjects.reduce((sum, each) => sum + each.tests.length, 0);
  console.log(
    failures === ""
      ? `${environment.name}: ${String(alerts)} alerts and ${String(subjects.length - alerts)} recorded series proved in ${String(tests)} tests${
          healthy.length === 0
            ? ""
            : `; no alert in ${String(healthy.length)} healthy worlds`
        }`
      : `${failures}\n`,
  );
  return failures === "";
}

/** Environments share most rules: shared rules are run once. */
const isNew =
  (seen: Set<string>) =>
  ({ id, rule, chain }: ProofSubject): boolean => {
    const key = JSON.stringify([
      id,
      rule.expr,
      "alert" in rule ? [rule.for, rule.keep_firing_for] : [],
      chain,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };

/** A rule shared by several environments is mutated once. */
async function notice(
  environment: EnvironmentConfig,
  alert: string | undefined,
  mutated: Set<string>,
  judging: Omit<JudgeOptions, "onProgress">,
): Promise<boolean> {
  const subjects = proofSubjects(services, environment, {
    everyMinute: false,
  }).filter(isNew(mutated));
  if (subjects.length === 0) return true;
  const report = await mutate(
    subjects,
    {
      ...judging,
      onProgress: progressLine(`${environment.name}: changing rules`),
    },
    alert === undefined ? "all" : ({ id }) => id.includes(alert),
  );
  console.log(mutationReport(report));
  console.log(explanations(report));
  return (
    report.unneeded.length === 0 &&
    report.outcomes.every(({ outcome }) => outcome.kind !== "survived")
  );
}

const program = new Command("proof")
  .description(
    "Has promtool prove that every alert fires, does not fire and resolves as declared",
  )
  .option("--environment <name>", "one of them; all when left out")
  .option(
    "--alert <name>",
    "only those whose name contains it, each shown with its series and its course",
  )
  .option(
    "--mutate",
    "mutate every rule, one change at a time, and list the mutants that no proof detects",
  )
  .option("--no-cache", "ignore cached verdicts")
  .action(async (options: Options) => {
    process.exitCode = (await run(options)) ? 0 : 1;
  });

runCommand(program);
