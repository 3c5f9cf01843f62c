import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { copies, imageFolder, sentToBuilder, stages } from "./image";
import type { ImageFolder } from "./image";

const ROOT = join(__dirname, "../../..");
const BUILD_MS = 120_000;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

it("copies files that exist, and that are sent to the builder", () => {
  const sources = [...copies(0), ...copies(1)]
    .filter(({ fromBuild }) => !fromBuild)
    .flatMap((one) => one.sources);
  expect(sources.length).toBeGreaterThan(6);
  expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const sent = new Set(sentToBuilder());
  expect(sources.filter((path) => !sent.has(path))).toEqual([]);
  expect([...sent].filter((path) => !sources.includes(path))).toEqual([]);
});

it("has a base image of one version, runs as an unprivileged user and starts the program", () => {
  const bases = stages().map(([from]) => from?.argument.split(" ")[0] ?? "");
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:20\.\d+\.\d+-\w+-slim$/);
  const last = stages().at(-1) ?? [];
  const argumentOf = (name: string): string | undefined =>
    last.find((instruction) => instruction.name === name)?.argument;
  expect(argumentOf("USER")).toBe("1000:1000");
  expect(argumentOf("ENTRYPOINT")).toBe('["node", "/app/cli/report/main.js"]');
  expect(argumentOf("WORKDIR")).toBe("/app");
});

describe("the folder that the recipe makes", () => {
  let image: ImageFolder | undefined;
  let folder = "";
  beforeAll(() => {
    image = imageFolder();
    folder = image.app;
  }, BUILD_MS);
  afterAll(() => {
    image?.remove();
  });

  it("holds the packages that the program imports, which import no other", () => {
    const packages = readdirSync(join(folder, "node_modules"));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const imported = files
      .filter((file) => file.endsWith(".js") && !file.includes("node_modules"))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), "utf8").matchAll(
          /require\("([^."][^"]*)"\)/g,
        ),
      ])
      .map(([, name = ""]) => name)
      .filter((name) => !name.startsWith("node:"));
    expect([...new Set(imported)].sort()).toEqual(packages.sort());
    const production = Object.keys(manifest(ROOT).dependencies ?? {});
    for (const name of packages) {
      expect(production).toContain(name);
      expect(
        manifest(join(folder, "node_modules", name)).dependencies ?? {},
      ).toEqual({});
    }
  });

  it("holds no declaration", () => {
    const own = readdirSync(folder).sort();
    expect(own).toEqual([
      ...["LICENSE", "cli", "input", "model", "node_modules", "reports"],
    ]);
    expect(readdirSync(join(folder, "cli")).sort()).toEqual([
      "http",
      "report",
      "run-command.js",
    ]);
  });

  it("runs, and reports missing input", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "cli/report/main.js",
        "--report",
        "weekly",
        "--environment",
        "production",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stderr).toMatch(
      /^cannot read \/etc\/reports\/reports\.json: ENOENT.*; mount the ConfigMap monitoring-reports, or name a file with --definitions\n$/,
    );
    expect(status).toBe(1);
  });
});
