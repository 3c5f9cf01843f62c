import { relative } from "node:path";
import { Command } from "commander";
import { readInventories } from "../../inventory/read-inventory";
import { dayOf } from "../../model/day";
import { services } from "../services";
import { runCommand } from "../run-command";
import { overdueNotice } from "../service-pages/reviews";
import { summaryMarkdown, summaryText } from "./summary";

const NEXT = `Next:
  npm test                        prove the rules
  npx cdktf diff production       see what would change (needs Terraform and a kubeconfig)
  npx cdktf deploy production     apply it`;

const program = new Command("summary")
  .description("Tells what each environment runs, read from cdktf.out")
  .option("--markdown", "print Markdown, for a pull request")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action(({ markdown, out }: { markdown?: true; out: string }) => {
    const inventories = readInventories(relative(".", out));
    const render = markdown ? summaryMarkdown : summaryText;
    console.log(inventories.map(render).join("\n\n"));
    if (markdown) return;
    const today = dayOf(new Date().getTime());
    console.log(`${overdueNotice(services, today)}\n${NEXT}`);
  });

runCommand(program);
