import { App } from "cdktf";
import { checkAll } from "./checks/check-all";
import { listRunbooks } from "./checks/list-runbooks";
import { environments } from "./config/environments";
import { formatProblem } from "./model/problem";
import { services } from "./config/services";
import { MonitoringStack } from "./stacks/monitoring-stack";
import { withoutSourceMaps } from "./stacks/without-source-maps";

/** Checks everything first, so that a mistake in one environment leaves nothing half-written of the other. */
function main(): void {
  const problems = checkAll(environments, services, {
    runbooks: listRunbooks("docs/runbooks"),
    now: new Date(),
  });
  if (problems.length > 0) {
    console.error(problems.map(formatProblem).join("\n"));
    const count = `${String(problems.length)} problem${problems.length === 1 ? "" : "s"}`;
    console.error(`\n${count}, nothing was written`);
    process.exitCode = 1;
    return;
  }
  withoutSourceMaps(() => {
    const app = new App();
    for (const environment of environments) {
      new MonitoringStack(app, environment.name, {
        environment,
        environments,
        services,
      });
    }
    app.synth();
  });
}

main();
