import { App } from "cdktf";
import type { RequirementEntry } from "../catalogue/form";
import { checkAll } from "../checks/check-all";
import { listRunbooks } from "../checks/list-runbooks";
import type { Organisation } from "../model/organisation";
import type { Problem } from "../model/problem";
import { wholeServices } from "../model/whole-service";
import { chartArchiveProblems } from "./chart-archives";
import { exchangeOutput } from "./exchange-output";
import { MonitoringStack } from "./monitoring-stack";
import type { MonitoringStackProps } from "./monitoring-stack";
import { resolvingTokensOnly } from "./resolving-tokens-only";
import { withoutSourceMaps } from "./without-source-maps";

/** Parameters of a synthesis besides the organisation. */
export interface SynthesisOptions {
  /** Current time: declared mutes may have expired. */
  readonly now: Date;
  /** Output folder. @default `CDKTF_OUTDIR`, otherwise `cdktf.out` */
  readonly out?: string;
  /** What was asked and what meets it, for the catalogues. @default they say nothing of it */
  readonly requirements?: readonly RequirementEntry[];
}

/**
 * Writes a stack for each environment of an organisation. Everything is checked first, so that a
 * mistake in one environment does not leave another half-written.
 *
 * @returns the problems; if there are any, nothing was written
 */
export function synthesise(
  organisation: Organisation,
  { now, out, requirements }: SynthesisOptions,
): readonly Problem[] {
  const { environments, services } = organisation;
  const problems = checkAll(environments, services, {
    runbooks: listRunbooks(
      organisation.runbooksFolder,
      organisation.moreRunbooks,
    ),
    now,
  });
  if (problems.length > 0) return problems;
  const absent = environments.flatMap((environment) =>
    chartArchiveProblems(environment, wholeServices(services)),
  );
  if (absent.length > 0) return absent;
  withoutSourceMaps(() => {
    writeStacks(
      environments,
      {
        environments,
        services,
        ...(requirements === undefined ? {} : { requirements }),
      },
      out,
    );
  });
  return [];
}

/**
 * Writes a stack for each environment, without the checks of all of them together.
 *
 * @param out folder whose content they replace once all of them are written; cdktf's own by default
 */
export function writeStacks(
  written: Organisation["environments"],
  known: Omit<MonitoringStackProps, "environment">,
  // cdktf reads CDKTF_OUTDIR.
  out: string = new App().outdir,
): void {
  exchangeOutput(out, (outdir) => {
    const app = new App({ outdir });
    for (const environment of written) {
      new MonitoringStack(app, environment.name, { ...known, environment });
    }
    resolvingTokensOnly(() => {
      app.synth();
    });
  });
}
