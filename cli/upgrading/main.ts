import { Command } from "commander";
import { mistakesEndWithTwo } from "../arguments";
import { runCommand } from "../run-command";
import { readSilences } from "./silence-report";
import { upgradingPage } from "./upgrading-page";
import { upgradingReports } from "./upgrading";

interface Options {
  readonly environment?: string;
  readonly silences?: string;
}

const program = mistakesEndWithTwo(new Command("upgrading"))
  .description(
    "Says what a new version changes for open incidents, silences and links, as Markdown",
  )
  .argument("<before>", "cdktf.out of the version that runs")
  .argument("<after>", "cdktf.out of the version to deploy")
  .option("--environment <name>", "only this one")
  .option(
    "--silences <file>",
    "what `amtool silence query --output json` printed",
  )
  .action(
    (before: string, after: string, { environment, silences }: Options) => {
      const reports = upgradingReports(
        before,
        after,
        silences === undefined ? undefined : readSilences(silences),
      ).filter(
        (report) => report.environment === (environment ?? report.environment),
      );
      if (reports.length === 0) {
        throw new Error(
          `no environment${environment === undefined ? "" : ` "${environment}"`} is in both ${before} and ${after}`,
        );
      }
      console.log(reports.map(upgradingPage).join("\n\n"));
    },
  );

runCommand(program);
