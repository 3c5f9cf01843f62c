import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { networkPage } from "../../kubernetes/network/network-page";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";

const { environments, services } = organisation;

const FILE = "docs/network.md";

const program = new Command("network")
  .description(
    `Writes ${FILE} anew: who may talk to whom, on which port and why`,
  )
  .action(() => {
    writeFileSync(FILE, networkPage(environments, services));
    console.log(`${FILE} written`);
  });

runCommand(program);
