import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { environments } from "../../config/environments";
import { services } from "../../config/organisation";
import { formatProblem } from "../../model/problem";
import type { ServiceDeclaration } from "../../model/service";

const ROOT = join(__dirname, "../..");
const INDEX = "config/services/shop/index.ts";

/**
 * Code of the README that says in its first line which file it is, in the order in which it is
 * shown.
 */
const blocks = [
  ...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(
    /^```ts\n\/\/ (config\/\S+)\n(.*?)^```$/gms,
  ),
].map(([, path = "", code = ""]) => ({ path, code }));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "monitoring-stack-readme-"));
  mkdirSync(join(folder, "config"));
  for (const shared of ["config/teams", "model", "node_modules", "patterns"]) {
    symlinkSync(join(ROOT, shared), join(folder, shared));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes some of the blocks where they say that they lie. */
function write(some: typeof blocks): readonly string[] {
  const files = some.map(({ path, code }) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return file;
  });
  return [...new Set(files)];
}

/** What the compiler says of files, with this project's options. */
function compile(files: readonly string[]): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) =>
    readFileSync(path, "utf8"),
  ) as { readonly config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(files, options))
    .map(({ file, messageText }) =>
      [
        file?.fileName ?? "",
        ts.flattenDiagnosticMessageText(messageText, " "),
      ].join(": "),
    );
}

/** What all checks say of the shop beside this organisation's systems. */
async function check(more: readonly string[]): Promise<readonly string[]> {
  jest.resetModules();
  const { shop } = (await import(join(folder, INDEX))) as {
    readonly shop: ServiceDeclaration;
  };
  const pages = ["errors", "slow", "down", "metrics-absent", ...more];
  const runbooks = new Set([
    ...listRunbooks(join(ROOT, "docs/runbooks")),
    ...pages.map((page) => `shop/${page}`),
  ]);
  const now = new Date("2026-11-01T00:00:00Z");
  return checkAll(environments, [...services, shop], { runbooks, now }).map(
    formatProblem,
  );
}

/** The compiler reads what the blocks import, and the checks every system. */
const LONG = 5 * 60 * 1000;

const [first, ...others] = blocks;
const lines = (code: string): number => code.trimEnd().split("\n").length;

it(
  "begins with a service of at most twenty lines that is whole",
  async () => {
    if (first === undefined) throw new Error("the README shows no service");
    expect(first.path).toBe(INDEX);
    expect(lines(first.code)).toBeLessThanOrEqual(20);
    expect(compile(write([first]))).toEqual([]);
    expect(await check([])).toEqual([]);
  },
  LONG,
);

it(
  "goes on with an alert and an SLO that fit it",
  async () => {
    expect(others.map(({ path }) => path).sort()).toEqual([
      "config/services/shop/alerts/orders.ts",
      INDEX,
      "config/services/shop/slos.ts",
    ]);
    expect(compile(write(others))).toEqual([]);
    expect(await check(["orders-wait"])).toEqual([]);
  },
  LONG,
);

it("shows an alert of ten lines", () => {
  const { code = "" } =
    others.find(({ path }) => path.endsWith("alerts/orders.ts")) ?? {};
  expect(lines(code.slice(code.indexOf("export const")))).toBe(10);
});
