import { environments } from "../../../config/environments";
import { gibibytes } from "../../../model/bytes";
import { formatProblem } from "../../../model/problem";
import { synthesise as monitoringOf } from "../../../stacks/synthesise";
import { goodPlatform } from "../../support/services";
import { copies } from "./copies";

/**
 * Checks and synthesises both environments with that many services, as `main.ts` does it.
 * @throws Error where the checks find anything
 */
export function synthesise(count: number, outdir: string): void {
  const services = [goodPlatform, ...copies(count)];
  // Their settings name services that are not among the copies.
  const configurations = environments.map((environment) => ({
    ...environment,
    thresholds: [],
    outsideTargets: [],
    systemUrls: {},
    collectionImages: {},
    traces: { ...environment.traces, systems: {} },
    // A thousand systems are more than one Prometheus holds, and are synthesised all the same.
    prometheus: {
      ...environment.prometheus,
      seriesBudget: 100_000_000,
      volume: { size: gibibytes(50_000) },
    },
  }));
  const problems = monitoringOf(
    { environments: configurations, services, runbooksFolder: "docs/runbooks" },
    { now: new Date(), out: outdir },
  );
  if (problems.length > 0) {
    throw new Error(problems.slice(0, 5).map(formatProblem).join("\n"));
  }
}
