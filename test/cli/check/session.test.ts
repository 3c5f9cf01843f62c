import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writable } from "../../../cli/check/session";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "session-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("makes the folder of what is remembered", () => {
  const wanted = join(folder, "checks", "a");
  expect(writable(wanted)).toBe(wanted);
  expect(existsSync(wanted)).toBe(true);
});

it("takes another where it cannot be made", () => {
  writeFileSync(join(folder, "checks"), "");
  const other = writable(join(folder, "checks", "a"));
  expect(other).not.toContain(folder);
  expect(existsSync(other)).toBe(true);
  rmSync(other, { recursive: true });
});
