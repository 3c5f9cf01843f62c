import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastChangeIn } from "../../../cli/service-pages/last-change";

const TODAY = new Date("2026-12-24T10:00:00Z");

let folder = "";
const before = process.cwd();

const git = (day: string, ...args: readonly string[]): void => {
  const date = `${day}T23:30:00Z`;
  execFileSync("git", args, {
    cwd: folder,
    stdio: "ignore",
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.com",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.com",
    },
  });
};

const commit = (day: string, file: string): void => {
  writeFileSync(join(folder, file), day);
  git(day, "add", file);
  git(day, "commit", "-m", day, "--no-gpg-sign");
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "last-change-"));
  git("2026-01-01", "init");
  mkdirSync(join(folder, "services/shop"), { recursive: true });
  commit("2026-01-01", "services/shop/index.ts");
  commit("2026-03-03", "README.md");
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

it("is the day of the last commit in the folder, whatever was committed elsewhere", () => {
  expect(lastChangeIn("services/shop", TODAY)).toBe("2026-01-01");
});

it("is today while something is not committed", () => {
  writeFileSync(join(folder, "services/shop/metrics.ts"), "");
  expect(lastChangeIn("services/shop", TODAY)).toBe("2026-12-24");
  rmSync(join(folder, "services/shop/metrics.ts"));
});

it("is unknown of a folder that was never committed", () => {
  expect(lastChangeIn("services/market", TODAY)).toBeUndefined();
});

it("is unknown in a clone without its history, and outside of git", () => {
  const clone = join(folder, "clone");
  git("2026-03-03", "clone", "--depth", "1", `file://${folder}`, "clone");
  process.chdir(clone);
  expect(lastChangeIn("services/shop", TODAY)).toBeUndefined();
  process.chdir(tmpdir());
  expect(lastChangeIn("services/shop", TODAY)).toBeUndefined();
  process.chdir(folder);
});
