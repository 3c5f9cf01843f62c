import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { environments } from "../../config/environments";
import { networkPage } from "../../kubernetes/network/network-page";
import { services } from "../services";
import { runCommand } from "../run-command";

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
