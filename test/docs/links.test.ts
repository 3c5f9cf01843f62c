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

const textOf = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** Links of a page to files of the repository, with paths from the root. */
const linksOf = (
  page: string,
): readonly { readonly path: string; readonly anchor?: string }[] =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = "", anchor] = link.split("#");
    return [
      {
        path: path === "" ? page : join(dirname(page), path),
        ...(anchor === undefined ? {} : { anchor }),
      },
    ];
  });

/**
 * Anchors of a page's headings, as GitHub writes them.
 * @see
 *   https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
const anchorsOf = (page: string): readonly string[] =>
  [
    ...textOf(page)
      .replace(/^```.*?^```/gms, "")
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );

it("finds the pages, links and anchors", () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(linksOf("docs/architecture.md")).toContainEqual({
    path: "model/alert.ts",
  });
  expect(anchorsOf("CONTRIBUTING.md")).toContain("how-to-add");
});

it.each(pages)("%s links to existing files", (page) => {
  expect(
    linksOf(page).filter(({ path }) => !existsSync(join(ROOT, path))),
  ).toEqual([]);
});

it.each(pages)("%s links to existing headings", (page) => {
  expect(
    linksOf(page).filter(
      ({ path, anchor }) =>
        anchor !== undefined &&
        path.endsWith(".md") &&
        !anchorsOf(path).includes(anchor),
    ),
  ).toEqual([]);
});
