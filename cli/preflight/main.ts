import { Command } from "commander";
import { chosenInventories } from "../chosen-inventories";
import { runCommand } from "../run-command";
import { refusedPassword } from "./grafana-access";
import { missingSecrets } from "./missing-secrets";
import { readSecret } from "./read-secret";

const program = new Command("preflight")
  .description(
    "Names every Secret and key that must exist before an environment is deployed and does not",
  )
  .argument("<environment>", "its name")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action((name: string, { out }: { out: string }) => {
    const [inventory] = chosenInventories(name, out) ?? [];
    if (inventory === undefined) return;
    const refused = refusedPassword(
      name,
      inventory.grafanaPasswords,
      process.env["GRAFANA_AUTH"],
    );
    if (refused !== undefined) {
      console.error(refused);
      process.exitCode = 1;
    }
    const missing = missingSecrets(inventory.secrets, (secret) =>
      readSecret(secret, inventory.kubeconfigContext),
    );
    if (missing.count > 0) {
      console.error(missing.lines.join("\n"));
      console.error(
        `\n${String(missing.count)} of ${String(inventory.secrets.length)} Secrets are not as ${name} needs them; docs/deployment.md shows how to make them`,
      );
      process.exitCode = 1;
      return;
    }
    console.log(
      `${name} has the ${String(inventory.secrets.length)} Secrets it needs`,
    );
  });

runCommand(program);
