import { Command, Option } from "commander";
import { readInventories } from "../../inventory/read-inventory";
import { runCommand } from "../run-command";
import { costMarkdown, costText } from "./cost-tables";

interface Options {
  readonly environment?: string;
  readonly format: "text" | "markdown" | "json";
  readonly out: string;
}

const program = new Command("cost")
  .description(
    "Lists what the monitoring of each environment costs: series, samples and storage, read from cdktf.out",
  )
  .option("--environment <name>", "one environment; all when left out")
  .addOption(
    new Option("--format <format>", "how it is printed")
      .choices(["text", "markdown", "json"])
      .default("text"),
  )
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action(({ environment: name, format, out }: Options) => {
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
    switch (format) {
      case "json":
        console.log(
          JSON.stringify(
            chosen.map(({ environment, cost }) => ({ environment, ...cost })),
            null,
            2,
          ),
        );
        break;
      case "markdown":
        console.log(costMarkdown(chosen));
        break;
      case "text":
        console.log(costText(chosen));
        break;
    }
  });

runCommand(program);
