import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { runCommand } from "../run-command";
import { defaultAlerts } from "./facts";

const FILE = "helm/kube-prometheus-stack/default-alerts.json";

const program = new Command("default-alerts")
  .description(
    `Writes the facts of the chart's own alerts anew: helm template kps <chart> | npm run default-alerts`,
  )
  .action(() => {
    const facts = defaultAlerts(readFileSync(process.stdin.fd, "utf8"));
    writeFileSync(FILE, `${JSON.stringify(facts, null, 2)}\n`);
    console.log(`${FILE} written`);
  });

runCommand(program);
