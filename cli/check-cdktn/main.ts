import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { differences } from "./differences";
import { onCdktn } from "./on-cdktn";
import packageJson from "../../package.json";

const run = (
  folder: string,
  command: string,
  args: readonly string[],
): void => {
  execFileSync(command, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
};

const synth = (folder: string): void => {
  run(folder, process.execPath, ["--import", "tsx", "main.ts"]);
};

/**
 * Copies what git knows of, installs cdktn in the place of cdktf, synthesises both and compares.
 */
function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), "monitoring-stack-cdktn-"));
  try {
    const files = execFileSync("git", [
      "ls-files",
      "-co",
      "--exclude-standard",
      "-z",
    ])
      .toString()
      .split("\0")
      .filter((file) => file !== "" && file !== "package-lock.json");
    for (const file of files) cpSync(file, join(scratch, file));
    writeFileSync(
      join(scratch, "package.json"),
      JSON.stringify(onCdktn(packageJson), null, 2),
    );
    run(scratch, "npm", [
      "install",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    synth(scratch);
    synth(".");
    const found = differences("cdktf.out", join(scratch, "cdktf.out"));
    if (found.length > 0) {
      console.error(`cdktn synthesises something else:\n${found.join("\n")}`);
      process.exitCode = 1;
      return;
    }
    console.log("cdktn synthesises the same Terraform");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main();
