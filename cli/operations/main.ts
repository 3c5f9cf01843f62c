import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { documentedEnvironment } from "../../model/documented-environment";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { operationsFiles } from "./operations-files";

const { environments, services, incidentPolicy } = organisation;

const FOLDER = "docs/operations";

const program = new Command("operations")
  .description(
    `Writes the checklists, calendars and levels of incidents anew: ${FOLDER}`,
  )
  .action(() => {
    const files = operationsFiles(
      {
        services,
        ...(incidentPolicy === undefined ? {} : { policy: incidentPolicy }),
        runbooks: documentedEnvironment(environments).urls.runbooks,
      },
      (name) => {
        const file = `${FOLDER}/${name}`;
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
      },
    );
    for (const [name, text] of files) writeFileSync(`${FOLDER}/${name}`, text);
    console.log(`${String(files.size)} files of ${FOLDER} written`);
  });

runCommand(program);
