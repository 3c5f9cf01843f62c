import { Command, Option } from "commander";
import { chosenInventories } from "../chosen-inventories";
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
    const chosen = chosenInventories(name, out);
    if (chosen === undefined) return;
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
