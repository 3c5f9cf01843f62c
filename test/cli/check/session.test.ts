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

it("creates the cache folder", () => {
  const wanted = join(folder, "checks", "a");
  expect(writable(wanted)).toBe(wanted);
  expect(existsSync(wanted)).toBe(true);
});

it("uses another where it cannot be created", () => {
  writeFileSync(join(folder, "checks"), "");
  const other = writable(join(folder, "checks", "a"));
  expect(other).not.toContain(folder);
  expect(existsSync(other)).toBe(true);
  rmSync(other, { recursive: true });
});
