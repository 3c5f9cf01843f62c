import { Command } from "commander";
import { readInventories } from "../../inventory/read-inventory";
import { runCommand } from "../run-command";
import { sloTables } from "./slo-table";

const program = new Command("slos")
  .description(
    "Lists SLOs, their error budgets, and how soon an alert fires, read from cdktf.out",
  )
  .argument("[environment]", "its name; all when left out")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action((name: string | undefined, { out }: { out: string }) => {
    const inventories = readInventories(out);
    const chosen = inventories.filter(
      ({ environment }) => environment === (name ?? environment),
    );
    if (chosen.length === 0) {
      console.error(
        `there is no environment "${name ?? ""}" in ${out}; known: ${inventories.map(({ environment }) => environment).join(", ")}`,
      );
      process.exitCode = 2;
      return;
    }
    console.log(sloTables(chosen));
  });

runCommand(program);
