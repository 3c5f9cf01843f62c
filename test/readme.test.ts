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
import { checkAll } from "../checks/check-all";
import { listRunbooks } from "../checks/list-runbooks";
import { environments } from "../config/environments";
import { services } from "../config/organisation";
import { formatProblem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";

const ROOT = join(__dirname, "..");
const INDEX = "config/services/shop/index.ts";

/** Pages that show the declaration of the shop. Their blocks together are one service. */
const PAGES = ["README.md", "docs/adding-a-service.md", "docs/slos.md"];
const README_WORDS = 900;

const textOf = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** Code blocks whose first line names their file, in the order of the pages. */
const blocks = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/^```ts\n\/\/ (config\/\S+)\n(.*?)^```$/gms)].map(
    ([, path = "", code = ""]) => ({ page, path, code }),
  ),
);

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

/** Writes blocks to the files that they name. */
function write(some: typeof blocks): readonly string[] {
  const files = some.map(({ path, code }) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return file;
  });
  return [...new Set(files)];
}

/** Errors of the compiler, with this project's options. */
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

/** Problems that the checks find in the shop together with this organisation's systems. */
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

/** The compiler reads all imports of the blocks, and the checks read every system. */
const LONG = 5 * 60 * 1000;

const [first, ...others] = blocks;
const lines = (code: string): number => code.trimEnd().split("\n").length;

it("has a README of at most 900 words", () => {
  expect(textOf("README.md").trim().split(/\s+/).length).toBeLessThanOrEqual(
    README_WORDS,
  );
});

it(
  "shows a complete service of at most twenty lines in the README",
  async () => {
    if (first === undefined) throw new Error("no page shows a service");
    expect(first).toMatchObject({ page: "README.md", path: INDEX });
    expect(lines(first.code)).toBeLessThanOrEqual(20);
    expect(compile(write([first]))).toEqual([]);
    expect(await check([])).toEqual([]);
  },
  LONG,
);

it(
  "shows an alert and an SLO that fit the service",
  async () => {
    expect(others.map(({ page, path }) => `${page} ${path}`)).toEqual([
      "docs/adding-a-service.md config/services/shop/alerts/orders.ts",
      `docs/adding-a-service.md ${INDEX}`,
      "docs/slos.md config/services/shop/slos.ts",
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
