import { Command } from "commander";
import { addresses } from "../alertmanager/addresses";
import { alertmanagerAt } from "../alertmanager/alertmanager";
import { mistakesEndWithTwo, seconds } from "../arguments";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { run } from "./run";
import { chosenTrials } from "./trials";
import type { Choice } from "./trials";

const { environments, services } = organisation;

interface Options extends Choice {
  readonly url: readonly string[];
  readonly sender?: string;
  readonly patience: number;
}

async function testAlert(options: Options): Promise<number> {
  const chosen = chosenTrials(options, environments, services);
  const members = addresses(options.url);
  const refusals = [chosen, members].flatMap((each) =>
    each.kind === "refused" ? each.reason : [],
  );
  if (chosen.kind === "refused" || members.kind === "refused") {
    console.error(refusals.join("\n"));
    return 2;
  }
  const { environment, trials } = chosen;
  const [first, ...others] = members.urls;
  const at = (url: string) => alertmanagerAt(url, environment.namespace);
  const { text, holds } = await run({
    environment,
    services,
    trials,
    members: [at(first), ...others.map(at)],
    sender: options.sender ?? process.env["USER"] ?? "Somebody",
    grace: 15_000,
    patience: options.patience * 1_000,
    pause: 1_000,
    onProgress: (progress) => {
      console.error(progress);
    },
  });
  console.log(text);
  return holds ? 0 : 1;
}

const program = mistakesEndWithTwo(new Command("test-alert"))
  .description(
    "Sends a labelled test alert to a running Alertmanager, and reports what happened to it and where to look",
  )
  .option("--environment <name>", "which one")
  .option("--system <key>", "whose alert it is")
  .option("--priority <priority>", "P0, P1, P2 or P3")
  .option("--path <name>", "the named path that the alert carries")
  .option("--all", "every system, priority and path at once")
  .option(
    "--url <address...>",
    "Alertmanager; each member of a cluster with one of its own",
    ["http://127.0.0.1:9093"],
  )
  .option(
    "--sender <name>",
    "who it is from, as the message says; $USER when left out",
  )
  .option(
    "--patience <seconds>",
    "how much longer to wait for a new deployment to load, and for a group that was notified shortly before",
    seconds,
    0,
  )
  .action(async (options: Options) => {
    process.exitCode = await testAlert(options);
  });

runCommand(program);
