import { Command } from "commander";
import { relative } from "node:path";
import { readInventories } from "../../inventory/read-inventory";
import { dayOf } from "../../model/day";
import { documentedEnvironment } from "../../model/documented-environment";
import type { EnvironmentConfig } from "../../model/environment";
import { organisation } from "../organisation";
import { runCommand } from "../run-command";
import { overdueNotice } from "../service-pages/reviews";
import { summaryMarkdown, summaryText } from "./summary";

const { environments, services } = organisation;

const next = ({ name }: EnvironmentConfig): string => {
  const line = (command: string, what: string): string =>
    `  ${command.padEnd(22 + name.length)}${what}`;
  return [
    "Next:",
    line("npm test", "prove the rules"),
    line(
      `npx cdktf diff ${name}`,
      "see what would change (needs Terraform and a kubeconfig)",
    ),
    line(`npx cdktf deploy ${name}`, "apply it"),
  ].join("\n");
};

const program = new Command("summary")
  .description("Shows what each environment runs, read from cdktf.out")
  .option("--markdown", "print Markdown, for a pull request")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action(({ markdown, out }: { markdown?: true; out: string }) => {
    const inventories = readInventories(relative(".", out));
    const render = markdown ? summaryMarkdown : summaryText;
    console.log(inventories.map(render).join("\n\n"));
    if (markdown) return;
    const today = dayOf(new Date().getTime());
    console.log(
      `${overdueNotice(services, today)}\n${next(documentedEnvironment(environments))}`,
    );
  });

runCommand(program);
