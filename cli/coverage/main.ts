import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { services } from "../services";
import { runCommand } from "../run-command";
import { addressesOf } from "./addresses";
import { coverageOf } from "./coverage";
import { coverageTable } from "./coverage-table";
import { metFiles } from "./met-lines";
import {
  MET_FOLDER,
  REQUIREMENTS_FOLDER,
  readRequirements,
} from "./read-requirements";
import type { Requirements } from "./read-requirements";
import { withRequirements } from "./requirements-page";

const FILE = "docs/requirements.md";

interface Options {
  readonly page?: boolean;
  readonly sort?: boolean;
}

const program = new Command("coverage")
  .description("Shows how many requirements are met, by system and kind")
  .option("--page", `write ${FILE} anew instead`)
  .option("--sort", `put the lines of ${MET_FOLDER} in order instead`)
  .action((options: Options) => {
    const requirements = readRequirements(".");
    if (requirements === undefined) {
      console.log(`no ${REQUIREMENTS_FOLDER}: nothing was asked for by ID`);
      return;
    }
    if (options.sort === true) sort(requirements);
    else show(requirements, options);
  });

function sort({ met }: Requirements): void {
  for (const [file, text] of metFiles(met)) {
    writeFileSync(join(MET_FOLDER, file), text);
  }
  console.log(`${MET_FOLDER} sorted`);
}

function show(requirements: Requirements, { page = false }: Options): void {
  const addresses = addressesOf(services);
  const coverage = coverageOf(requirements.met, {
    addresses,
    exists: existsSync,
  });
  if (!page) {
    console.log(
      coverageTable(requirements.catalogue, coverage, requirements.awaited),
    );
    return;
  }
  const written = withRequirements(readFileSync(FILE, "utf8"), {
    ...requirements,
    addresses,
    coverage,
  });
  writeFileSync(FILE, written);
  console.log(`${FILE} written`);
}

runCommand(program);
