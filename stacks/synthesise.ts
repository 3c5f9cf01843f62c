import { App } from "cdktf";
import { checkAll } from "../checks/check-all";
import { listRunbooks } from "../checks/list-runbooks";
import type { Organisation } from "../model/organisation";
import type { Problem } from "../model/problem";
import { MonitoringStack } from "./monitoring-stack";
import { withoutSourceMaps } from "./without-source-maps";

/** Parameters of a synthesis besides the organisation. */
export interface SynthesisOptions {
  /** Current time: declared mutes may have expired. */
  readonly now: Date;
  /** Output folder. @default `CDKTF_OUTDIR`, otherwise `cdktf.out` */
  readonly out?: string;
}

/**
 * Writes a stack for each environment of an organisation. Everything is checked first, so that a
 * mistake in one environment does not leave another half-written.
 *
 * @returns the problems; if there are any, nothing was written
 */
export function synthesise(
  organisation: Organisation,
  { now, out }: SynthesisOptions,
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
  withoutSourceMaps(() => {
    const app = new App(out === undefined ? {} : { outdir: out });
    for (const environment of environments) {
      new MonitoringStack(app, environment.name, {
        environment,
        environments,
        services,
      });
    }
    app.synth();
  });
  return [];
}
