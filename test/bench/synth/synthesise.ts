import { App } from "cdktf";
import { checkAll } from "../../../checks/check-all";
import { listRunbooks } from "../../../checks/list-runbooks";
import { environments } from "../../../config/environments";
import { formatProblem } from "../../../model/problem";
import { platform } from "../../support/declared";
import { MonitoringStack } from "../../../stacks/monitoring-stack";
import { withoutSourceMaps } from "../../../stacks/without-source-maps";
import { copies } from "./copies";

/**
 * Checks and synthesises both environments with that many services, as `main.ts` does it.
 * @throws Error where the checks find anything
 */
export function synthesise(count: number, outdir: string): void {
  const services = [platform, ...copies(count)];
  // What they say of services is about some that are not among the copies.
  const configurations = environments.map((environment) => ({
    ...environment,
    thresholds: [],
    outsideTargets: [],
    systemUrls: {},
    collectionImages: {},
    traces: { ...environment.traces, systems: {} },
  }));
  const problems = checkAll(configurations, services, {
    now: new Date(),
    runbooks: listRunbooks("docs/runbooks"),
  });
  if (problems.length > 0) {
    throw new Error(problems.slice(0, 5).map(formatProblem).join("\n"));
  }
  withoutSourceMaps(() => {
    const app = new App({ outdir });
    for (const environment of configurations) {
      new MonitoringStack(app, environment.name, {
        environment,
        environments: configurations,
        services,
      });
    }
    app.synth();
  });
}
