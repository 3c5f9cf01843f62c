import { promtoolMemory } from "../../cli/proof/promtool-memory";
import { failureReport } from "../../cli/proof/report";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { ruleGroups } from "../../prometheus/rules/rule-groups";
import { judge } from "../../proof/judge";
import { proofSubjects } from "../../proof/proof-subjects";
import { checkRules } from "../../proof/run-promtool";
import { testFiles } from "../../proof/test-file";
import { healthyFiles } from "../../proof/typical/healthy-files";

/** What promtool said of the proofs of systems. */
interface Proved {
  /** Files of proofs that it ran. */
  readonly judged: number;
  /** Every failure with its cause; empty if every proof holds. */
  readonly failures: string;
}

/** How proofs are run. */
interface ProofSettings {
  /** Path of the program. */
  readonly promtool: string;
  /** Whether a proof looks at every minute of its series. @default false */
  readonly everyMinute?: boolean;
  /** Keys of the systems whose proofs are run. @default those of all */
  readonly of?: readonly string[];
}

/** Whether promtool accepts every rule of systems, with what it said. */
export const rulesAccepted = (
  services: readonly Service[],
  environment: EnvironmentConfig,
  promtool: string,
): ReturnType<typeof checkRules> =>
  checkRules(
    promtool,
    services.flatMap((service) => {
      const { recording, slos, alerts } = ruleGroups(service, environment);
      return [...recording, ...slos, ...alerts];
    }),
  );

/** Runs the proofs of every alert and every recorded series of systems. */
export async function proved(
  services: readonly Service[],
  environment: EnvironmentConfig,
  { promtool, everyMinute = false, of }: ProofSettings,
): Promise<Proved> {
  const judgements = await judge(
    proofSubjects(services, environment, { everyMinute })
      .filter(({ system }) => of?.includes(system) ?? true)
      .flatMap((subject) => testFiles(subject.id, subject)),
    { promtool, jobs: 2, memory: promtoolMemory(process.env) },
  );
  return {
    judged: judgements.length,
    failures: failureReport(environment.name, judgements),
  };
}

/** Judges every rule in the healthy world of its system. */
export async function healthy(
  services: readonly Service[],
  environment: EnvironmentConfig,
  { promtool, of }: Pick<ProofSettings, "promtool" | "of">,
): Promise<Proved> {
  const judgements = await judge(
    healthyFiles(services, environment).filter(
      ({ name }) => of?.some((key) => name.startsWith(`${key} `)) ?? true,
    ),
    { promtool, jobs: 2, memory: promtoolMemory(process.env) },
  );
  return {
    judged: judgements.length,
    failures: failureReport(environment.name, judgements),
  };
}
