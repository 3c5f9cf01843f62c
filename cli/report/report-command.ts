import { Command, InvalidArgumentError, Option } from "commander";
import type { ReportDefinitions } from "../../reports/definitions";
import { runReport } from "./run-report";
import type { Purpose } from "./run-report";

interface Options {
  readonly report: string;
  readonly environment: string;
  readonly definitions: string;
  readonly prometheus?: string;
  readonly print?: Exclude<Purpose, "send">;
  readonly at?: number;
  readonly anyDay?: true;
  readonly patience: number;
}

/** Source of the definitions, and the defaults. */
export interface ReportCommand {
  readonly description: string;
  readonly load: (environment: string, file: string) => ReportDefinitions;
  readonly otherwise: Purpose;
}

/** The command line of a report, for the image and for the repository. */
export const reportCommand = ({
  description,
  load,
  otherwise,
}: ReportCommand): Command =>
  new Command("report")
    .description(description)
    .requiredOption("--report <name>", "weekly, monthly or quality")
    .requiredOption("--environment <name>", "which one")
    .option(
      "--definitions <file>",
      "what the environment's apply has written",
      "/etc/reports/reports.json",
    )
    .option("--prometheus <url>", "ask this one instead")
    .addOption(
      new Option("--print <form>", "show it, and send nothing").choices([
        "markdown",
        "html",
        "slack",
      ]),
    )
    .option("--at <time>", "as if it were this moment, as ISO 8601", moment)
    .option("--any-day", "send it although its day is another")
    .option(
      "--patience <seconds>",
      "how long to wait for a Prometheus that does not answer",
      seconds,
      120,
    )
    .action(async (options: Options) => {
      const definitions = load(options.environment, options.definitions);
      console.log(
        await runReport({
          definitions: {
            ...definitions,
            ...(options.prometheus === undefined
              ? {}
              : { prometheusUrl: options.prometheus.replace(/\/+$/, "") }),
          },
          report: options.report,
          purpose: options.print ?? otherwise,
          anyDay: options.anyDay === true,
          instant: options.at ?? Date.now(),
          patienceMs: options.patience * 1000,
        }),
      );
    });

function moment(text: string): number {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new InvalidArgumentError("write it as 2026-12-01T08:00:00Z");
  }
  return instant;
}

function seconds(text: string): number {
  if (!/^\d{1,4}$/.test(text)) {
    throw new InvalidArgumentError("write whole seconds, such as 120");
  }
  return Number(text);
}
