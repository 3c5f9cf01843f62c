import { execFileSync } from "node:child_process";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { messageTemplates } from "../../../alertmanager/templates/message-templates";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { services } from "../support/declared";
import { oneForEachReceiver } from "./one-for-each-receiver";

/**
 * Prints everything of the declarations that the trials in this folder are given, and the version
 * of their engine. While it is the same, and what they import outside `config/`, so is their
 * verdict. What a trial reads otherwise must be added here.
 */
async function main(): Promise<void> {
  const engine = await findEngine("alertmanager");
  console.log(
    JSON.stringify({
      engine: execFileSync(engine, ["--version"], { encoding: "utf8" }),
      services: services.map(({ key }) => key),
      environments: environments.map((environment) => ({
        environment,
        configuration: alertmanagerConfig(environment, services),
        templates: messageTemplates(environment, services),
        alerts: oneForEachReceiver(environment),
      })),
    }),
  );
}

void main();
