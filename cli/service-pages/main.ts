import { Command } from "commander";
import { dayOf } from "../../model/day";
import { services } from "../services";
import { runCommand } from "../run-command";
import { overdueReviews, reviewTable } from "./reviews";

const program = new Command("reviews")
  .description(
    "Lists when each system's page is read again; ends with 1 when one is overdue",
  )
  .action(() => {
    const today = dayOf(new Date().getTime());
    console.log(reviewTable(services, today));
    if (overdueReviews(services, today).length > 0) process.exitCode = 1;
  });

runCommand(program);
