import { Command, Option } from "commander";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { PRIORITIES } from "../../model/notification-path";
import { mistakesEndWithTwo, seconds } from "../arguments";
import { organisation } from "../organisation";
import { causeOf } from "../report/cause-of";
import { runCommand } from "../run-command";
import { chosen } from "./choice";
import type { Options } from "./choice";
import { verify } from "./verify";

const { environments, services } = organisation;

/** Lengths of time of a test alert, in milliseconds. */
const GRACE = 15_000;
const PAUSE = 1_000;

async function run(options: Options): Promise<number> {
  const now = Date.now();
  const choice = chosen(options, {
    environments,
    services,
    credentials: process.env["GRAFANA_AUTH"],
  });
  if (choice.kind === "refused") {
    console.error(choice.reasons.join("\n"));
    return 2;
  }
  const operator = options.operator ?? process.env["USER"] ?? "Somebody";
  const onProgress = (text: string): void => {
    console.error(text);
  };
  const { text, json, holds, evidence } = await verify({
    ...choice.facts,
    now,
    operator,
    testAlert: {
      priorities: choice.priorities,
      sender: operator,
      grace: GRACE,
      patience: options.patience * 1_000,
      pause: PAUSE,
      onProgress,
    },
    ...(choice.provocation === undefined
      ? {}
      : { provocation: { ...choice.provocation, pause: PAUSE, onProgress } }),
  });
  const shown =
    options.format === "json" ? JSON.stringify(json, null, 2) : text;
  console.log(shown);
  const file = options.report ?? evidence;
  if (file !== undefined) {
    // The evidence of a gate follows the template of its owner.
    write(file, options.report === undefined ? text : `${shown.trimEnd()}\n`);
    onProgress(`written to ${file}`);
  }
  return holds ? 0 : 1;
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Error(
      `cannot write the report to ${file}: ${causeOf(error)}; name another file with --report`,
      { cause: error },
    );
  }
}

const program = mistakesEndWithTwo(new Command("verify"))
  .description(
    "Looks at a running environment and compares it with what is declared; what is open makes it fail",
  )
  .option("--environment <name>", "which one")
  .option("--system <key>", "one system only; its release gate is judged")
  .addOption(
    new Option("--prometheus <address>", "Prometheus")
      .env("PROMETHEUS_URL")
      .default("http://127.0.0.1:9090"),
  )
  .addOption(
    new Option(
      "--alertmanager <address...>",
      "Alertmanager; each member of a cluster with one of its own",
    )
      .env("ALERTMANAGER_URL")
      .default(["http://127.0.0.1:9093"]),
  )
  .addOption(
    new Option(
      "--grafana <address>",
      "Grafana, with the credentials in GRAFANA_AUTH",
    )
      .env("GRAFANA_URL")
      .default("http://127.0.0.1:3000"),
  )
  .addOption(
    new Option("--loki <address>", "Loki's gateway")
      .env("LOKI_URL")
      .default("http://127.0.0.1:3100"),
  )
  .addOption(
    new Option(
      "--test-alert <priority...>",
      "send test alerts of these priorities as well, which really reach people",
    ).choices(PRIORITIES),
  )
  .option(
    "--provoke <address>",
    "ask the application at this address for the fault that its release gate names, where the environment allows it",
  )
  .option(
    "--on-call <login...>",
    "whoever is on call, as Grafana knows them: login or mail address",
  )
  .option(
    "--confirm <word...>",
    "what only a person sees, and you have seen; an open item names the word",
  )
  .option(
    "--rightly-empty <panel...>",
    "panels that have nothing to show yet, and you have looked at: <dashboard>/<title>",
  )
  .option("--operator <name>", "who verifies; $USER when left out")
  .addOption(
    new Option("--format <format>", "of what is printed, and of --report")
      .choices(["markdown", "json"])
      .default("markdown"),
  )
  .option(
    "--report <file>",
    "write the report there; that of a release gate has a place of its own when left out",
  )
  .option(
    "--patience <seconds>",
    "how much longer to wait for a test alert",
    seconds,
    0,
  )
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

runCommand(program);
