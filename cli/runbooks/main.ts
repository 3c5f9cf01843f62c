import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { services } from "../services";
import { runCommand } from "../run-command";
import { withRunbookIndex } from "./runbook-index";

const FILE = "docs/runbooks/README.md";

const program = new Command("runbooks")
  .description(
    `Writes the index of ${FILE} anew: every alert with its page and priority`,
  )
  .action(() => {
    writeFileSync(FILE, withRunbookIndex(readFileSync(FILE, "utf8"), services));
    console.log(`${FILE} written`);
  });

runCommand(program);
