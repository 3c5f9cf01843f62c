import { spawnSync } from "node:child_process";

/** What `npm run bench` prints, and how it ends, with the smallest size that there is. */
function bench(name: string, size: number): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "test/bench/main.ts", name, "--size", String(size)],
    { encoding: "utf8" },
  );
  return status === 0 ? stdout : stderr;
}

it("the bench of synthesis measures both programs", () => {
  expect(bench("synth", 1)).toMatch(
    /\| 1 +\| \d+\.\d s, \d+ MiB \| \d+\.\d s, \d+ MiB \| \d+\.\d\d +\|/,
  );
});

it("the bench of proofs proves and changes rules", () => {
  const printed = bench("proofs", 1);
  expect(printed).toMatch(/\| \d+ test files, all pass +\|/);
  expect(printed).toMatch(/\| \d+ mutants, none of them undetected +\|/);
});

it("a size is not written into the page", () => {
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "test/bench/main.ts", "--size", "1", "--write"],
    { encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(stderr).toContain("cannot be used with option");
});
