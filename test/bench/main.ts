import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { runCommand } from "../../cli/run-command";
import { withWritten } from "../../cli/written-part";

const PAGE = "docs/performance.md";

/** Each a program of its own in the folder of its name, which prints its part of the page. */
const BENCHES = ["synth", "rules", "proofs", "incidents", "tests"] as const;

const program = new Command("bench")
  .description(
    `Measures, one bench after the other, and prints what ${PAGE} says of it`,
  )
  .addArgument(
    new Argument("[benches...]", "which to run, all by default").choices(
      BENCHES,
    ),
  )
  .option("--write", `write it into ${PAGE}`)
  .addOption(
    new Option(
      "--size <number>",
      "measure so many services, SLOs or proofs instead",
    ).conflicts("write"),
  )
  .action(
    async (
      benches: readonly string[],
      {
        write = false,
        size,
      }: { readonly write?: boolean; readonly size?: string },
    ) => {
      for (const bench of benches.length === 0 ? BENCHES : benches) {
        const part = await measured(bench, size === undefined ? [] : [size]);
        console.log(`${part}\n`);
        if (!write) continue;
        writeFileSync(
          PAGE,
          withWritten(
            readFileSync(PAGE, "utf8"),
            part,
            `npm run bench -- ${bench} --write`,
          ),
        );
        console.error(`${PAGE}: ${bench} written`);
      }
    },
  );

/** What a bench prints; what it says of its progress is shown as it comes. */
const measured = (bench: string, sizes: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", `test/bench/${bench}/main.ts`, ...sizes],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString().trim());
      else reject(new Error(`the bench ${bench} failed`));
    });
  });

runCommand(program);
