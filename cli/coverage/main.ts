import { Command } from "commander";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { coverageTable } from "./coverage-table";
import { metFiles } from "./met-lines";
import { readCoverage } from "./read-coverage";
import { MET_FOLDER, REQUIREMENTS_FOLDER } from "./read-requirements";

const program = new Command("coverage")
  .description("Shows how many requirements are met, by system and kind")
  .option("--sort", `put the lines of ${MET_FOLDER} in order instead`)
  .action(({ sort = false }: { readonly sort?: boolean }) => {
    const read = readCoverage(".", organisation.services);
    if (read === undefined) {
      console.log(`no ${REQUIREMENTS_FOLDER}: nothing was asked for by ID`);
      return;
    }
    const { catalogue, coverage, awaited, met } = read;
    if (!sort) {
      console.log(coverageTable(catalogue, coverage, awaited));
      return;
    }
    for (const [file, text] of metFiles(met)) {
      writeFileSync(join(MET_FOLDER, file), text);
    }
    console.log(`${MET_FOLDER} sorted`);
  });

runCommand(program);
