import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "../..");

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

/** Files that a page links to, as paths from the root. */
const linksOf = (page: string): readonly string[] =>
  [
    ...readFileSync(join(ROOT, page), "utf8").matchAll(/\]\(([^)\s]+)\)/g),
  ].flatMap(([, link = ""]) => {
    const [path = ""] = link.split("#");
    return path === "" || /^[a-z]+:/.test(path)
      ? []
      : [join(dirname(page), path)];
  });

it("finds the pages, and links in them", () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(linksOf("docs/architecture.md")).toContain("model/alert.ts");
});

it.each(pages)("%s links to existing files", (page) => {
  expect(linksOf(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual(
    [],
  );
});
