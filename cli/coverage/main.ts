import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import catalogue from "../../config/requirements/catalogue.json";
import { AWAITED } from "../../config/requirements/awaited";
import { coverageOf } from "../../config/requirements/coverage";
import { EXPECTED, TOGETHER } from "../../config/requirements/expected-counts";
import { MET_ELSEWHERE } from "../../config/requirements/met-elsewhere";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { coverageTable } from "./coverage-table";
import { withRequirements } from "./requirements-page";

const { services } = organisation;

const FILE = "docs/requirements.md";

const program = new Command("coverage")
  .description("Shows how many requirements are met, by system and kind")
  .option("--page", `write ${FILE} anew instead`)
  .action(({ page = false }: { readonly page?: boolean }) => {
    const coverage = coverageOf(services, MET_ELSEWHERE);
    if (!page) {
      console.log(coverageTable(catalogue, coverage, AWAITED));
      return;
    }
    const written = withRequirements(readFileSync(FILE, "utf8"), {
      services,
      catalogue,
      coverage,
      awaited: AWAITED,
      expected: EXPECTED,
      together: TOGETHER,
    });
    writeFileSync(FILE, written);
    console.log(`${FILE} written`);
  });

runCommand(program);
