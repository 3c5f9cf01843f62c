import { Command } from "commander";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { inhibitorsOf } from "../../checks/routing/inhibitors";
import { routingResults } from "../../checks/routing/routing-results";
import type { RoutingResult } from "../../checks/routing/routing-results";
import type { RoutedAlert } from "../../checks/routing/routed-alert";
import { NOWHERE, TRIAL } from "../../checks/routing/routed-alerts";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { asJson } from "./as-json";
import { explain } from "./explain";
import { routesTable } from "./routes-table";

const { environments, services } = organisation;

interface Options {
  readonly alert?: string;
  readonly json?: boolean;
}

/** Test alerts and the undeclared alert only try the routes. */
const isReal = ({ source }: RoutedAlert): boolean =>
  source !== TRIAL && source !== NOWHERE;

const program = new Command("routes")
  .description(
    "Lists who is notified of each alert of an environment, when, and who must respond by when",
  )
  .argument("<environment>", "its name")
  .option("--alert <name>", "explain one alert step by step")
  .option("--json", "for programs")
  .action((name: string, { alert, json = false }: Options) => {
    const environment = environments.find((known) => known.name === name);
    if (environment === undefined) {
      console.error(
        `there is no environment "${name}"; known: ${environments.map((known) => known.name).join(", ")}`,
      );
      process.exitCode = 2;
      return;
    }
    const config = alertmanagerConfig(environment, services);
    const all = routingResults(environment, services, config);
    const real = all.map((result) => result.alert).filter(isReal);
    const inhibitors = ({ alert: target }: RoutingResult) =>
      inhibitorsOf(target, real, config.inhibit_rules);
    const results = all.filter((result) =>
      alert === undefined ? isReal(result.alert) : result.alert.name === alert,
    );
    if (results.length === 0) {
      console.error(
        `no alert of ${name} is called "${alert ?? ""}"; npm run routes -- ${name} lists all`,
      );
      process.exitCode = 2;
      return;
    }
    if (json) {
      const objects = results.map((result) =>
        asJson(environment, result, inhibitors(result)),
      );
      console.log(JSON.stringify(objects, null, 2));
    } else if (alert === undefined) {
      console.log(routesTable(environment, results));
    } else {
      console.log(
        results
          .map((result) => explain(result, inhibitors(result)))
          .join("\n\n"),
      );
    }
    if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
  });

runCommand(program);
