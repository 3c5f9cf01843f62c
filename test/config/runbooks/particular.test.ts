import { services } from "../support/declared";
import {
  blocksOf,
  proseOf,
  runbookPages,
  textOf,
} from "../support/runbook-pages";

/**
 * Share of the shorter of two pages that may say the same. A page whose steps would fit another
 * alert is not written for its own.
 */
const LIMIT = 0.3;
const LANGUAGES = ["promql", "logql", "traceql", "sh"];

const systems = new RegExp(
  services.map(({ key, namespace }) => `${key}|${namespace}`).join("|"),
  "gi",
);

/** A sentence or a query without the names and numbers that differ between systems. */
const plain = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/g, "]")
    .replace(systems, "system")
    .replace(/\d[\d.]*/g, "0")
    .replace(/\s+/g, " ")
    .trim();

/** Sentences and queries of a page, each once; words of two or three are nobody's own. */
function statementsOf(text: string): ReadonlySet<string> {
  const sentences = proseOf(text)
    .replace(/^[#|].*$/gm, "\n")
    .split(/\n\s*\n|\n(?= *(?:-|\d+\.) )/)
    .flatMap((paragraph) =>
      paragraph.replace(/\s+/g, " ").split(/(?<=[.:;]) /),
    );
  const queries = LANGUAGES.flatMap((language) => blocksOf(text, language));
  return new Set(
    [...sentences, ...queries].map(plain).filter((said) => said.length > 25),
  );
}

/** Share of the shorter of two pages that the other one has too. */
function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): number {
  const common = [...one].filter((said) => other.has(said)).length;
  return common / Math.min(one.size, other.size);
}

const percentage = (share: number): string =>
  `${String(Math.round(share * 100))} %`;

it("is written for its alert: no two pages have much in common", () => {
  const pages = runbookPages.map(
    (page) => [page, statementsOf(textOf(page))] as const,
  );
  expect(
    pages.flatMap(([page, said], index) =>
      pages
        .slice(index + 1)
        .map(([other, theirs]) => [other, likeness(said, theirs)] as const)
        .filter(([, share]) => share > LIMIT)
        .map(
          ([other, share]) =>
            `${page} and ${other} have ${percentage(share)} of their sentences and queries in common, at most ${percentage(LIMIT)}; write what only this alert needs`,
        ),
    ),
  ).toEqual([]);
});

it("sees through names and numbers", () => {
  const [one, other] = ["titan", "aurora"].map((system) =>
    statementsOf(
      `The API of ${system} has failed for 5 minutes. Something else, said by ${system === "titan" ? "this page" : "that page"} alone.`,
    ),
  );
  expect(likeness(one ?? new Set(), other ?? new Set())).toBe(0.5);
});
