import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateStack } from "./validate-stack";
import type { Verdict } from "./validate-stack";

const STACKS = "cdktf.out/stacks";
const ENVIRONMENT = { ...process.env, CHECKPOINT_DISABLE: "1" };

/** Validates a copy, so that nothing of Terraform's own lies beside what was synthesised. */
function verdictOf(environment: string): Verdict {
  const scratch = mkdtempSync(join(tmpdir(), "monitoring-stack-validate-"));
  try {
    cpSync(join(STACKS, environment), scratch, { recursive: true });
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

/** Synthesises, and has Terraform validate each stack. A pipeline of the project has the providers; elsewhere they may be out of reach. */
function main(): void {
  execFileSync(process.execPath, ["--import", "tsx", "main.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: ENVIRONMENT,
  });
  const mustCheck = process.env["GITHUB_ACTIONS"] === "true";
  for (const environment of readdirSync(STACKS)) {
    const verdict = verdictOf(environment);
    if (verdict.kind === "valid") {
      console.log(`terraform validate: ${environment} is valid`);
      continue;
    }
    if (verdict.kind === "not-checked") {
      console.error(`NOT CHECKED: ${environment}, because ${verdict.reason}`);
    } else {
      console.error(`${environment} is not valid:\n${verdict.output}`);
    }
    if (verdict.kind === "invalid" || mustCheck) process.exitCode = 1;
  }
}

main();
