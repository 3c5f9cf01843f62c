import { Command, Option } from "commander";
import { mistakesEndWithTwo } from "../arguments";
import { runCommand } from "../run-command";
import { readIdentifiers } from "../../inventory/identifiers/identifier-lists";
import { check, generate } from "./generate";
import { writeGoldenFiles } from "./golden-tests";
import { FOLDERS, SOURCES, workingTree } from "./repository";
import { synthesised } from "./synthesise";

interface Options {
  readonly check?: true;
  readonly scaffold?: true;
  readonly accept: readonly string[];
}

const program = mistakesEndWithTwo(
  new Command("generate")
    .description(
      "Writes everything that follows from the declarations: pages, tables of runbooks, and the lists of names that are relied upon",
    )
    .addOption(
      new Option(
        "--accept <name>",
        "give up a name that is gone; for several, more than once",
      )
        .argParser((name: string, before: readonly string[]) => [
          ...before,
          name,
        ])
        .default([], "none"),
    )
    .option(
      "--scaffold",
      "write runbook pages that are missing, with their texts left to you",
    )
    .addOption(
      new Option(
        "--check",
        "write nothing; name what is stale and end with 1 where something is",
      ).conflicts(["accept", "scaffold"]),
    )
    .showHelpAfterError()
    .action(({ check: checkOnly, scaffold, accept }: Options) => {
      console.error("synthesising every environment …");
      const place = {
        sources: SOURCES,
        folders: FOLDERS,
        repository: workingTree(new Date()),
        identifiers: () => synthesised(readIdentifiers),
      };
      const { exitCode, lines } =
        checkOnly === true
          ? check(place)
          : generate(place, { scaffold: scaffold === true, accept });
      for (const line of lines) {
        if (exitCode === 0) console.log(line);
        else console.error(line);
      }
      if (exitCode === 0 && checkOnly !== true) writeGoldenFiles();
      process.exitCode = exitCode;
    }),
);

runCommand(program);
