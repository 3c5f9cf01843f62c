import { App } from "cdktf";
import { checkAll } from "../../../checks/check-all";
import { listRunbooks } from "../../../checks/list-runbooks";
import { environments } from "../../../config/environments";
import { formatProblem } from "../../../model/problem";
import { watchedEnvironment } from "../../../model/watched-environment";
import { platform } from "../../../platform";
import { MonitoringStack } from "../../../stacks/monitoring-stack";
import { withoutSourceMaps } from "../../../stacks/without-source-maps";
import { copies } from "./copies";

const [count = "10", outdir = "cdktf.out"] = process.argv.slice(2);
const services = [platform, ...copies(Number(count))];
// What they say of services is about some that are not among the copies.
const configurations = environments.map((environment) => ({
  ...environment,
  thresholds: [],
  outsideTargets: [],
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
      watched: watchedEnvironment(environment, configurations),
      services,
    });
  }
  app.synth();
});
