import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { services } from "./support/declared";

const ROOT = join(__dirname, "../..");

/** The folders that know of no organisation. `config/` is one's own, and `docs/` tells of it. */
const ENGINE = [
  "alertmanager",
  "checks",
  "cli",
  "constructs",
  "dashboards",
  "engines",
  "helm",
  "inventory",
  "kubernetes",
  "model",
  "patterns",
  "prometheus",
  "proof",
  "query",
  "reports",
  "scripts",
  "stacks",
];

/** Keys that are words of the field too. */
const WORDS = ["meta", "platform"];

/** Every declared system by its key, and what belongs to one. */
const NAMES = [
  ...services.map(({ key }) => key).filter((key) => !WORDS.includes(key)),
  "deepwiki",
  "farfan",
];

const sources = ENGINE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);

it("looks at the whole engine for every system of this organisation", () => {
  expect(sources.length).toBeGreaterThan(600);
  expect(NAMES).toEqual(
    expect.arrayContaining(["codeverify", "codequal", "accubooks", "cqvr"]),
  );
});

it.each(NAMES)(
  "no file of the engine names %s, in code or in comments",
  (name) => {
    const pattern = new RegExp(name, "i");
    const found = sources.flatMap((file) => {
      const path = file.slice(ROOT.length + 1);
      return [
        ...(pattern.test(path) ? [path] : []),
        ...readFileSync(file, "utf8")
          .split("\n")
          .flatMap((line, index) =>
            pattern.test(line)
              ? [`${path}:${String(index + 1)} ${line.trim()}`]
              : [],
          ),
      ];
    });
    expect(found).toEqual([]);
  },
);

/**
 * Names that environments here have: nothing of the engine depends on them, so no code compares
 * with one.
 */
it("nothing of the engine asks for the name of an environment", () => {
  const compared =
    /\b(name|environment)\b\s*[!=]==?\s*"(production|staging)"|(environments\/(production|staging)"|(production|staging)\.result|\["(production|staging)"\])/;
  const found = sources
    .filter((file) => /\.(ts|sh)$/.test(file))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => compared.test(line))
        .map((line) => `${file.slice(ROOT.length + 1)} ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
