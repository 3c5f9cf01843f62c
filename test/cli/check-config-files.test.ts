import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkConfigFiles } from "../../cli/check-config-files";
import { formatProblem } from "../../model/problem";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "config-files-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (path: string, text = ""): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const problems = (): readonly string[] =>
  checkConfigFiles(root).map(formatProblem);

it("finds that there is no organisation", () => {
  expect(problems()).toEqual([
    "config/organisation.ts: does not exist, so nothing says what is monitored, where and by whom; declare the organisation there; examples/small-organisation shows a whole one",
  ]);
});

it("finds a service that is in no list", () => {
  write("config/organisation.ts");
  write("config/services/index.ts", 'import { shop } from "./shop";\n');
  write("config/services/shop/index.ts");
  write("config/services/till/index.ts");
  expect(problems()).toEqual([
    "config/services/till: is not in config/services/index.ts, so it is not monitored; import it there and add it to the list, or remove the folder",
  ]);
});

it("asks for no folder of services", () => {
  write("config/organisation.ts");
  expect(problems()).toEqual([]);
});
