import { Command } from "commander";
import { readInventories } from "../../inventory/read-inventory";
import { environments } from "../../environments";
import { missingSecrets } from "./missing-secrets";
import { readSecret } from "./read-secret";

const program = new Command("preflight")
  .description(
    "Names every Secret and key that must exist before an environment is deployed and does not",
  )
  .argument("<environment>", environments.map(({ name }) => name).join(" or "))
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .action((name: string, { out }: { out: string }) => {
    const environment = environments.find((known) => known.name === name);
    const inventory = readInventories(out).find(
      (known) => known.environment === name,
    );
    if (environment === undefined || inventory === undefined) {
      console.error(
        `there is no environment "${name}" in ${out}; known: ${environments.map((known) => known.name).join(", ")}`,
      );
      process.exitCode = 2;
      return;
    }
    const context = environment.cluster.kubeconfigContext;
    const missing = missingSecrets(inventory.secrets, (secret) =>
      readSecret(secret, context),
    );
    if (missing.length > 0) {
      console.error(missing.join("\n"));
      console.error(
        `\n${String(missing.length)} of ${String(inventory.secrets.length)} Secrets are not as ${name} needs them; docs/deployment.md shows how to make them`,
      );
      process.exitCode = 1;
      return;
    }
    console.log(
      `${name} has the ${String(inventory.secrets.length)} Secrets it needs`,
    );
  });

program.parse();
