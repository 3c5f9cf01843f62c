import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { withRunbookIndex } from "./runbook-index";

const { services, runbooksFolder } = organisation;

const FILE = `${runbooksFolder}/README.md`;

const program = new Command("runbooks")
  .description(
    `Writes the index of ${FILE} anew: every alert with its page and priority`,
  )
  .action(() => {
    writeFileSync(FILE, withRunbookIndex(readFileSync(FILE, "utf8"), services));
    console.log(`${FILE} written`);
  });

runCommand(program);
