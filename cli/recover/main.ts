import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { readStacks } from "../../inventory/synthesised-stack";
import { runCommand } from "../run-command";
import { agrees } from "./ask";
import { findRecovery } from "./find-recovery";
import { importBlocks } from "./import-blocks";
import { reportLines } from "./report";

const program = new Command("recover")
  .description(
    "After an apply that was killed: lists what exists and the state lacks, and writes import blocks for it",
  )
  .argument("<environment>", "its name")
  .option("--out <folder>", "folder that synth wrote", "cdktf.out")
  .option(
    "--file <path>",
    "where the import blocks go (default: <environment>.recovery.tf.json in the folder that synth wrote)",
  )
  .option("--yes", "writes the file without a question")
  .action(
    async (
      environment: string,
      {
        out,
        file = join(out, `${environment}.recovery.tf.json`),
        yes = false,
      }: {
        readonly out: string;
        readonly file?: string;
        readonly yes?: boolean;
      },
    ) => {
      const stacks = readStacks(out);
      const stack = stacks.find((one) => one.environment === environment);
      if (stack === undefined) {
        console.error(
          `there is no environment "${environment}" in ${out}; known: ${stacks.map((one) => one.environment).join(", ")}`,
        );
        process.exitCode = 2;
        return;
      }
      const plan = await findRecovery(stack.folder, process.env);
      console.log(reportLines(environment, plan).join("\n"));
      if (plan.stuck.length > 0) {
        process.exitCode = 1;
        return;
      }
      if (plan.imports.length === 0) return;
      if (!yes && !(await agrees(`\nWrite ${file}?`))) {
        console.error(
          "nothing is written; it is with the answer yes, or with --yes",
        );
        process.exitCode = 1;
        return;
      }
      writeFileSync(file, importBlocks(environment, plan.imports));
      console.log(
        `\n${file} is written; apply it once: bash scripts/deploy.sh ${environment} --recovery ${file}`,
      );
    },
  );

runCommand(program);
