import { markdownTable } from "../model/markdown-table";
import type { DocumentSection, ReportDocument, Table } from "./document";

/** A report as Markdown: for the mail's text and the terminal. */
export const renderMarkdown = ({
  title,
  about,
  sections,
  link,
}: ReportDocument): string =>
  `${[
    `# ${escaped(title)}`,
    escaped(about),
    ...sections.flatMap(sectionText),
    `More: <${link}>`,
  ].join("\n\n")}\n`;

const sectionText = ({
  title,
  tables,
  notes,
}: DocumentSection): readonly string[] => [
  `## ${escaped(title)}`,
  ...tables.flatMap(tableText),
  ...notes.map(escaped),
];

const tableText = ({ title, head, rows }: Table): readonly string[] => [
  ...(title === undefined ? [] : [`### ${escaped(title)}`]),
  markdownTable(
    head.map(escaped),
    rows.map((row) => row.map(escaped)),
  ),
];

/**
 * Characters with a meaning in Markdown. An underscore within a word has none, and is frequent in
 * names.
 */
const MARKUP = /[\\`*[\]<>|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)/g;

/** Label values may be any text: they are escaped, and kept on one line and in their cell. */
const escaped = (text: string): string =>
  text.replace(/[\r\n\t]+/g, " ").replace(MARKUP, "\\$&");
