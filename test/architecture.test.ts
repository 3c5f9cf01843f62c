import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(__dirname, "..");
const MAX_LINES = 400;

/**
 * Folders with code that stand outside the house: they may import everything, and nothing imports
 * them.
 */
const OUTSIDE = ["test"];
/** Folders with what others wrote, or a program. */
const NO_CODE = /^(\..*|node_modules|packages|cdktf\.out|coverage)$/;

/**
 * What each room of the house may import of the others, and what some files may besides: the tables
 * that ESLint holds.
 */
const { MAY_IMPORT, MAY_ALSO_IMPORT } = JSON.parse(
  execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `const { MAY_IMPORT, MAY_ALSO_IMPORT } = await import(${JSON.stringify(pathToFileURL(join(ROOT, "eslint.config.mjs")))});
       console.log(JSON.stringify({ MAY_IMPORT, MAY_ALSO_IMPORT }));`,
    ],
    { cwd: ROOT, encoding: "utf8" },
  ),
) as Readonly<
  Record<
    "MAY_IMPORT" | "MAY_ALSO_IMPORT",
    Readonly<Record<string, readonly string[]>>
  >
>;
const ROOMS = Object.keys(MAY_IMPORT);
const FOLDERS = [...new Set(ROOMS.map((room) => room.replace(/\/.*/, "")))];

/**
 * The folder of the architecture that a path belongs to; `config/` has several, and files of its
 * own.
 */
function roomOf(path: string): string {
  const [folder = "", inner = ""] = path.split("/");
  return ROOMS.includes(`${folder}/${inner}`) ? `${folder}/${inner}` : folder;
}

interface Source {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.m?ts$|\.mjs$/.test(path))
    .map((path) => ({
      path: join(folder, path),
      text: readFileSync(join(ROOT, folder, path), "utf8"),
    }));

const sources = FOLDERS.flatMap(sourcesIn);

/** Every module that a source names, as it is written there. */
const written = ({ text }: Source): readonly string[] =>
  [
    ...text.matchAll(
      /(?:\bfrom |^import |\bimport\(|\brequire\()"([^"\n]+)"/gm,
    ),
  ].map(([, imported = ""]) => imported);

/** The same, with ours as paths from the root. */
const importsOf = (source: Source): readonly string[] =>
  written(source).map((imported) =>
    imported.startsWith(".")
      ? relative(ROOT, join(ROOT, dirname(source.path), imported))
      : imported,
  );

/** Rooms that a room imports. */
const edges = new Map(
  ROOMS.map((room) => [
    room,
    new Set(
      sources
        .filter(({ path }) => roomOf(path) === room)
        .flatMap(importsOf)
        .map(roomOf)
        .filter((other) => other !== room && ROOMS.includes(other)),
    ),
  ]),
);

/** Ways round that lead back to where they began. */
function cyclesOf(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const cycles = new Set<string>();
  const visit = (folder: string, path: readonly string[]): void => {
    if (path.includes(folder)) {
      cycles.add([...path.slice(path.indexOf(folder)), folder].join(" → "));
      return;
    }
    for (const next of graph.get(folder) ?? []) visit(next, [...path, folder]);
  };
  for (const folder of graph.keys()) visit(folder, []);
  return [...cycles];
}

it("reads every folder of the house", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect([...(edges.get("constructs") ?? [])]).toContain("helm");
});

it("has a row of the table for every folder with code", () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_CODE.test(entry.name))
    .map(({ name }) => name)
    .filter((folder) =>
      sourcesIn(folder).some(({ path }) => path.endsWith("ts")),
    );
  expect(folders.sort()).toEqual([...FOLDERS, ...OUTSIDE].sort());
});

it("has no folders that import each other, on whatever way round", () => {
  expect(cyclesOf(edges)).toEqual([]);
});

it("would see folders that import each other", () => {
  const graph = new Map([
    ["prometheus", new Set(["query"])],
    ["query", new Set(["model"])],
    ["model", new Set(["query"])],
  ]);
  expect(cyclesOf(graph)).toContain("query → model → query");
});

describe.each(ROOMS)("%s", (room) => {
  const allowed = MAY_IMPORT[room] ?? [];

  it("imports only what the table allows, in every form of import", () => {
    const strays = sources
      .filter(({ path }) => roomOf(path) === room)
      .flatMap((source) =>
        importsOf(source)
          .filter((imported) =>
            [...ROOMS, ...OUTSIDE].includes(roomOf(imported)),
          )
          .filter(
            (imported) =>
              ![
                room,
                ...allowed,
                ...(MAY_ALSO_IMPORT[source.path] ?? []),
              ].includes(roomOf(imported)),
          )
          .map((imported) => `${source.path} imports ${imported}`),
      );
    expect(strays).toEqual([]);
  });

  it("is in CONTRIBUTING.md as in the table", () => {
    const row = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8")
      .split("\n")
      .find((line) => new RegExp(`^\\|[^|]*\`${room}/\``).test(line));
    const cell = row?.split("|")[3]?.trim() ?? "no row";
    // A row may name several folders at once, in words.
    if (cell === "the pure folders") return;
    expect(
      cell === "nothing of ours"
        ? []
        : cell.replaceAll("`", "").split(", ").sort(),
    ).toEqual([...allowed].sort());
  });
});

it("keeps declarations free of everything but the model and other declarations", () => {
  const declared = ROOMS.filter((room) => /^(config|platform)\b/.test(room));
  const engine = declared.flatMap((room) =>
    [...(edges.get(room) ?? [])]
      .filter((other) => !["model", "patterns", ...declared].includes(other))
      .map((other) => `${room} imports ${other}`),
  );
  expect(engine).toEqual([]);
  expect([...(edges.get("patterns") ?? [])]).toEqual(["model"]);
  expect([...(edges.get("model") ?? [])]).toEqual([]);
});

it("has nothing but main.ts and one file of the commands that knows whose organisation it is", () => {
  const main = {
    path: "main.ts",
    text: readFileSync(join(ROOT, "main.ts"), "utf8"),
  };
  const inside = [main, ...sources].filter(
    ({ path }) => !path.startsWith("config/"),
  );
  expect(
    inside
      .filter((source) =>
        importsOf(source).some(
          (imported) =>
            imported.startsWith("config/") &&
            // What was asked for is compared with what is declared by one command.
            !imported.startsWith("config/requirements/"),
        ),
      )
      .map(({ path }) => path),
  ).toEqual(["main.ts", "cli/organisation.ts"]);
});

it("names no place of one organisation in the engine", () => {
  const engine = sources.filter(
    ({ path }) => !/^(config|examples)\//.test(path),
  );
  expect(
    engine
      .filter(({ text }) => text.includes("docs/runbooks"))
      .map(({ path }) => path),
  ).toEqual(["model/organisation.ts"]);
});

it("imports cdktf where Terraform is written and nowhere else", () => {
  const strays = sources
    .filter(({ path }) => !/^(constructs|stacks)\//.test(path))
    .filter((source) =>
      importsOf(source).some((name) =>
        /^(cdktf|constructs|@cdktf)($|\/)/.test(name),
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
    sources
      .filter(({ text }) =>
        /^export (type )?(\*|\{[^}]*\}).* from /m.test(text),
      )
      .map(({ path }) => path),
  ).toEqual([]);
});

it("has no file too long to read", () => {
  expect(
    [...sources, ...OUTSIDE.flatMap(sourcesIn)]
      .map(({ path, text }) => [path, text.split("\n").length - 1] as const)
      .filter(([, lines]) => lines > MAX_LINES),
  ).toEqual([]);
});
