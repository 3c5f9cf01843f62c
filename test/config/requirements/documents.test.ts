import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { prefixOf } from "../../../cli/coverage/requirement";
import { services } from "../support/declared";
import { asked } from "./asked";

const FOLDER = join(__dirname, "../../../docs/requirements");
const { documents, decisions, corrections, renamed } = asked.asked;

const ids = new Set(asked.catalogue.map(({ id }) => id));
const pages = documents.map(({ name }) => ({
  name,
  text: readFileSync(join(FOLDER, `${name}.md`), "utf8"),
}));

it("has a page for each document, and a document for each page and prefix", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    documents.map(({ name }) => `${name}.md`).sort(),
  );
  expect(documents.flatMap(({ prefixes }) => prefixes).sort()).toEqual(
    [...new Set(asked.catalogue.map(({ id }) => prefixOf(id)))].sort(),
  );
});

it("says each requirement on one page, and each decision and correction on one at least", () => {
  const rows = pages.flatMap(({ text }) =>
    [...text.matchAll(/^\| ([A-Z]+-\S+) +\|/gm)].map(([, id = ""]) => id),
  );
  expect(rows.filter((id) => ids.has(id)).sort()).toEqual([...ids].sort());
  for (const { id } of [...decisions, ...corrections]) {
    expect(rows).toContain(id);
  }
});

it("names requirements and documents that there are", () => {
  const names = documents.map(({ name }) => name);
  for (const { id, requirements, documents: of } of decisions) {
    expect([id, requirements.filter((one) => !ids.has(one))]).toEqual([id, []]);
    expect([id, of.filter((one) => !names.includes(one))]).toEqual([id, []]);
  }
  for (const { document } of corrections) expect(names).toContain(document);
  for (const { requirement } of renamed) expect(ids).toContain(requirement);
});

it("renames metrics of documents to metrics that are declared, and declares none of the old names", () => {
  const declared = new Set(
    services.flatMap(({ metrics }) => Object.keys(metrics)),
  );
  expect(renamed.filter(({ is }) => !declared.has(is))).toEqual([]);
  expect(renamed.filter(({ was }) => declared.has(was))).toEqual([]);
  expect(renamed.length).toBeGreaterThan(30);
});

const sectionsOf = (file: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = ""]) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
    ),
  );

it.each(pages)(
  "links from $name to files and sections that there are",
  ({ text }) => {
    const missing = new Set<string>();
    const sections = new Map<string, ReadonlySet<string>>();
    for (const [, target = "", anchor] of text.matchAll(
      /\]\(([^)#\s]+)(?:#([^)]+))?\)/g,
    )) {
      if (target.startsWith("https://")) continue;
      const file = join(dirname(join(FOLDER, "page.md")), target);
      if (!existsSync(file)) {
        missing.add(target);
      } else if (anchor !== undefined) {
        const known = sections.get(file) ?? sectionsOf(file);
        sections.set(file, known);
        if (!known.has(anchor)) missing.add(`${target}#${anchor}`);
      }
    }
    expect([...missing]).toEqual([]);
  },
);

it.each(pages)(
  "cites on $name no lines and no numbers of sources",
  ({ text }) => {
    expect(text).not.toMatch(/(?<![\w.])L\d{2,}|(?<![\d.])00[0-4](?![\d.])|§/);
  },
);
