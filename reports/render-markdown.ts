import { markdownTable } from "../model/markdown-table";
import type { DocumentSection, ReportDocument, Table } from "./document";

/** A report as Markdown: the text of the mail, and what is read in a terminal. */
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
 * What would be read as Markdown. An underscore within a word is none, and names are full of them.
 */
const MARKUP = /[\\`*[\]<>|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)/g;

/** Values of labels are anybody's text: it stays text, on one line, and in its cell. */
const escaped = (text: string): string =>
  text.replace(/[\r\n\t]+/g, " ").replace(MARKUP, "\\$&");
