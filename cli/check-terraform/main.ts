import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { NOT_CHECKED } from "../check/parts";
import { runCommand } from "../run-command";
import { validateStack } from "./validate-stack";
import type { Verdict } from "./validate-stack";

const ENVIRONMENT = { ...process.env, CHECKPOINT_DISABLE: "1" };

/** Validates a copy, so that Terraform's files do not lie in the synthesised output. */
function verdictOf(stack: string): Verdict {
  const scratch = mkdtempSync(join(tmpdir(), "monitoring-stack-validate-"));
  try {
    cpSync(stack, scratch, { recursive: true });
    return validateStack((args) => {
      const { status, stdout, stderr } = spawnSync("terraform", args, {
        cwd: scratch,
        encoding: "utf8",
        env: ENVIRONMENT,
      });
      return { status, output: `${stdout}${stderr}` };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Synthesises, and has Terraform validate each stack. The project's pipelines can install the
 * providers; elsewhere they may be unavailable.
 */
function check(app: string): void {
  const out = mkdtempSync(join(tmpdir(), "monitoring-stack-out-"));
  try {
    execFileSync(process.execPath, ["--import", "tsx", app], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...ENVIRONMENT, CDKTF_OUTDIR: out },
    });
    const stacks = join(out, "stacks");
    for (const environment of readdirSync(stacks)) {
      report(environment, verdictOf(join(stacks, environment)));
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function report(environment: string, verdict: Verdict): void {
  if (verdict.kind === "valid") {
    console.log(`terraform validate: ${environment} is valid`);
    return;
  }
  if (verdict.kind === "not-checked") {
    console.error(`NOT CHECKED: ${environment}, because ${verdict.reason}`);
  } else {
    console.error(`${environment} is not valid:\n${verdict.output}`);
  }
  const mustCheck = process.env["GITHUB_ACTIONS"] === "true";
  if (verdict.kind === "invalid" || mustCheck) process.exitCode = 1;
  else process.exitCode ??= NOT_CHECKED;
}

const program = new Command("check:terraform")
  .description(
    `Synthesises, and has Terraform validate every stack; ends with ${String(NOT_CHECKED)} where its providers cannot be had`,
  )
  .option("--app <file>", "program that synthesises", "main.ts")
  .action(({ app }: { readonly app: string }) => {
    check(app);
  });

runCommand(program);
