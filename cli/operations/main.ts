import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { production } from "../../config/environments/production";
import { services } from "../services";
import { incidentPolicy } from "../../config/policy/incident-policy";
import { runCommand } from "../run-command";
import { operationsFiles } from "./operations-files";

const FOLDER = "docs/operations";

const program = new Command("operations")
  .description(
    `Writes the checklists, calendars and levels of incidents anew: ${FOLDER}`,
  )
  .action(() => {
    const files = operationsFiles(
      {
        services,
        policy: incidentPolicy,
        runbooks: production.urls.runbooks,
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
