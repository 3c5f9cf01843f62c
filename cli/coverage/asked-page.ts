import { markdownTable } from "../../model/markdown-table";
import { COMMAND } from "../written-part";
import { addressLink } from "./address-link";
import type { LinkSources } from "./address-link";
import type { MetLine } from "./met-lines";
import type { Asked, AskedDocument } from "./read-asked";
import { prefixOf, waitsFor } from "./requirement";
import type { Awaited, Requirement } from "./requirement";

/** What the page of a document is written from. */
export interface AskedPageSources {
  readonly asked: Asked;
  readonly catalogue: readonly Requirement[];
  readonly met: readonly MetLine[];
  readonly awaited: readonly Awaited[];
  readonly links: LinkSources;
}

/** Links in one cell; the map lists the others. */
const SHOWN = 4;

/**
 * The page of a document: what was asked and where it is, what was decided and corrected, and
 * metrics by their old names.
 */
export function askedPage(
  document: AskedDocument,
  sources: AskedPageSources,
): string {
  const { asked, catalogue } = sources;
  const own = catalogue.filter(({ id }) =>
    document.prefixes.includes(prefixOf(id)),
  );
  const ids = new Set(own.map(({ id }) => id));
  return `${[
    `# ${document.title}: what was asked, and where it is`,
    `<!-- Written by \`${COMMAND}\` from config/requirements. -->`,
    "_Asked_ is in the document itself, _derived_ follows from it, _proposed_ is an addition.",
    ...names(asked.renamed.filter(({ requirement }) => ids.has(requirement))),
    ...decided(document, ids, asked),
    "## Requirements",
    markdownTable(
      ["ID", "Text", "Origin", "Where"],
      own.map((requirement) => [
        requirement.id,
        inCell(requirement.text),
        requirement.origin === "seed" ? "asked" : requirement.origin,
        where(requirement.id, sources),
      ]),
    ),
  ].join("\n\n")}\n`;
}

const names = (renamed: Asked["renamed"]): readonly string[] =>
  renamed.length === 0
    ? []
    : [
        "## Metrics with another name",
        markdownTable(
          ["In the document", "Here", "ID"],
          renamed.map(({ was, is, requirement }) => [
            `\`${was}\``,
            `\`${is}\``,
            requirement,
          ]),
        ),
      ];

function decided(
  { name }: AskedDocument,
  ids: ReadonlySet<string>,
  { decisions, corrections }: Asked,
): readonly string[] {
  const concerning = decisions.filter(
    ({ documents, requirements }) =>
      documents.includes(name) || requirements.some((id) => ids.has(id)),
  );
  const corrected = corrections.filter(({ document }) => document === name);
  return [
    ...(concerning.length === 0
      ? []
      : [
          "## Decided",
          markdownTable(
            ["ID", "Decision", "Concerns"],
            concerning.map(({ id, text, requirements }) => [
              id,
              inCell(text),
              requirements.join(", "),
            ]),
          ),
        ]),
    ...(corrected.length === 0
      ? []
      : [
          "## Changed",
          markdownTable(
            ["ID", "Asked", "Why not", "Instead"],
            corrected.map(({ id, asked, because, instead }) => [
              id,
              inCell(asked),
              inCell(because),
              inCell(instead),
            ]),
          ),
        ]),
  ];
}

function where(id: string, { met, awaited, links }: AskedPageSources): string {
  const addresses = met.filter((line) => line.id === id);
  if (addresses.length === 0) return `waits for ${waitsFor(awaited, id)}`;
  const shown = addresses
    .slice(0, SHOWN)
    .map(({ address }) => inCell(addressLink(address, links)));
  return [
    ...shown,
    ...(addresses.length > SHOWN
      ? [`${String(addresses.length - SHOWN)} more`]
      : []),
  ].join(", ");
}

/** One line without a bar that would end the cell; one that is escaped stays so. */
const inCell = (text: string): string =>
  text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/(?<!\\)\|/g, "\\|");
