import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ROOT = join(__dirname, "..");
const FOLDERS = [
  "checks",
  "cli",
  "constructs",
  "dashboards",
  "environments",
  "helm",
  "inventory",
  "model",
  "promql",
  "proof",
  "requirements",
  "routing",
  "rules",
  "services",
  "stacks",
  "targets",
  "tools",
];

interface Source {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({
      path: join(folder, path),
      text: readFileSync(join(ROOT, folder, path), "utf8"),
    })),
);

const importsOf = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(/ from "([^"]+)"/g)].map(([, imported = ""]) =>
    imported.startsWith(".")
      ? relative(ROOT, join(ROOT, dirname(path), imported))
      : imported,
  );

/** Folders that a folder imports. */
const edges = new Map(
  FOLDERS.map((folder) => [
    folder,
    new Set(
      sources
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .flatMap(importsOf)
        .map((imported) => imported.split("/")[0] ?? "")
        .filter((other) => other !== folder && FOLDERS.includes(other)),
    ),
  ]),
);

it("reads every folder of the house", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect([...(edges.get("constructs") ?? [])]).toContain("helm");
});

it("has no folders that import each other, on whatever way round", () => {
  const cycles: string[] = [];
  const visit = (folder: string, path: readonly string[]): void => {
    if (path.includes(folder)) {
      cycles.push([...path.slice(path.indexOf(folder)), folder].join(" → "));
      return;
    }
    for (const next of edges.get(folder) ?? []) visit(next, [...path, folder]);
  };
  for (const folder of FOLDERS) visit(folder, []);
  expect(cycles).toEqual([]);
});

it("keeps declarations free of everything but the model", () => {
  expect([...(edges.get("environments") ?? [])]).toEqual(["model"]);
  expect([...(edges.get("services") ?? [])]).toEqual(["model"]);
  expect([...(edges.get("model") ?? [])]).toEqual([]);
});

it("imports cdktf where Terraform is written and nowhere else", () => {
  const strays = sources
    .filter(({ path }) => !/^(constructs|stacks)\//.test(path))
    .filter((source) =>
      importsOf(source).some((name) =>
        /^(cdktf|constructs$|@cdktf\/)/.test(name),
      ),
    )
    .map(({ path }) => path);
  expect(strays).toEqual([]);
});

it("never imports the index of a provider, which holds all of it", () => {
  const heavy = sources.filter((source) =>
    importsOf(source).some((name) => /^@cdktf\/provider-[a-z]+$/.test(name)),
  );
  expect(heavy.map(({ path }) => path)).toEqual([]);
});

it("has no file that only passes on what others export", () => {
  expect(
    sources.filter(({ text }) => /^export (\*|\{[^}]*\}) from /m.test(text)),
  ).toEqual([]);
});
