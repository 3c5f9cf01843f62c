import { Command } from "commander";
import { AWAITED } from "../../config/requirements/awaited";
import catalogue from "../../config/requirements/catalogue.json";
import { coverageOf } from "../../config/requirements/coverage";
import { MET_ELSEWHERE } from "../../config/requirements/met-elsewhere";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { coverageTable } from "./coverage-table";

const program = new Command("coverage")
  .description("Shows how many requirements are met, by system and kind")
  .action(() => {
    console.log(
      coverageTable(
        catalogue,
        coverageOf(organisation.services, MET_ELSEWHERE),
        AWAITED,
      ),
    );
  });

runCommand(program);
