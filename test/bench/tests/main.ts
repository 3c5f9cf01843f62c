import { spawnSync } from "node:child_process";
import { scratchCheckout } from "./scratch-checkout";
import type { ScratchCheckout } from "./scratch-checkout";
import { testsPart } from "./tests-part";
import type { MeasuredRun } from "./tests-part";

/** A text of an alert, and an edited version. */
const EDIT = [
  "config/services/codeverify/alerts/api.ts",
  '"P95 latency is {{',
  '"The P95 latency is {{',
] as const;

/**
 * Runs the tests of a copy of this checkout with an empty cache, with nothing changed, and after an
 * alert was edited.
 */
function main(): void {
  const checkout = scratchCheckout();
  try {
    const cold = measured(checkout, "nothing remembered", 15);
    const warm = measured(checkout, "nothing changed", 4);
    checkout.change(...EDIT);
    run(checkout, "npm run --silent generate >&2");
    const changed = measured(checkout, "one alert edited", 5);
    console.log(testsPart([cold, warm, changed]));
  } finally {
    checkout.remove();
  }
}

/** Bash reports the times of all programs that it started. */
function run({ folder, variables }: ScratchCheckout, script: string): string {
  const { stdout, error } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    env: variables,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (error !== undefined) throw error;
  return stdout;
}

function measured(
  checkout: ScratchCheckout,
  name: string,
  aim: number,
): MeasuredRun {
  console.error(`npm test with ${name}`);
  const output = run(
    checkout,
    'TIMEFORMAT="%R %U %S"; { time npm test 2>&3; } 3>&2 2>&1',
  );
  const lines = output.trim().split("\n");
  const [seconds = 0, user = 0, system = 0] = (lines.at(-1) ?? "")
    .split(" ")
    .map(Number);
  const verdict = lines.at(-2) ?? "";
  // Show what failed.
  if (!verdict.includes(" 0 failed")) console.error(output);
  return { name, aim, seconds, cpuSeconds: user + system, verdict };
}

main();
