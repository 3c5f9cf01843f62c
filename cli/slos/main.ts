import { Command } from "commander";
import { chosenInventories } from "../chosen-inventories";
import { runCommand } from "../run-command";
import { sloTables } from "./slo-table";

const program = new Command("slos")
  .description(
    "Lists SLOs, their error budgets, and how soon an alert fires, read from cdktf.out",
  )
  .argument("[environment]", "its name; all when left out")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action((name: string | undefined, { out }: { out: string }) => {
    const chosen = chosenInventories(name, out);
    if (chosen !== undefined) console.log(sloTables(chosen));
  });

runCommand(program);
