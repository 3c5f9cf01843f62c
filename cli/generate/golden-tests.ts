import { spawnSync } from "node:child_process";

/**
 * Tests that write what they compare with anew, of what is shown to people and of nobody's
 * declaration.
 */
const TESTS = ["test/dashboards/dashboard-golden", "test/reports/render"];

/** Has the tests rewrite their golden files. @throws Error with their output, where they fail */
export function writeGoldenFiles(): void {
  const { status, stdout, stderr } = spawnSync(
    "node_modules/.bin/jest",
    ["--maxWorkers=1", ...TESTS],
    { encoding: "utf8", env: { ...process.env, UPDATE_GOLDEN: "1" } },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim());
}
