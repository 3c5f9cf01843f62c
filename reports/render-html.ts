import type { DocumentSection, ReportDocument, Table } from "./document";

/** Mail clients support inline styles and little else. */
const STYLE = {
  page: "font-family:sans-serif;color:#1f2430;max-width:48em",
  table: "border-collapse:collapse;margin:0 0 1em",
  cell: "border:1px solid #c8ccd4;padding:4px 10px;text-align:left",
  number: "border:1px solid #c8ccd4;padding:4px 10px;text-align:right",
} as const;

/** A report as one HTML page without external resources. */
export const renderHtml = ({
  title,
  about,
  sections,
  link,
}: ReportDocument): string =>
  htmlPage(title, [
    `<p>${escapeHtml(about)}</p>`,
    ...sections.flatMap(sectionHtml),
    `<p><a href="${escapeHtml(link)}">More in Grafana</a></p>`,
  ]);

/** A text written by another program, unchanged. */
export const renderTextAsHtml = (title: string, text: string): string =>
  htmlPage(title, [
    `<pre style="white-space:pre-wrap">${escapeHtml(text)}</pre>`,
  ]);

const htmlPage = (title: string, body: readonly string[]): string =>
  `${[
    "<!DOCTYPE html>",
    `<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="${STYLE.page}">`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...body,
    "</body></html>",
  ].join("\n")}\n`;

const sectionHtml = ({
  title,
  tables,
  notes,
}: DocumentSection): readonly string[] => [
  `<h2>${escapeHtml(title)}</h2>`,
  ...tables.map(tableHtml),
  ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
];

const tableHtml = ({ title, head, rows }: Table): string =>
  [
    ...(title === undefined ? [] : [`<h3>${escapeHtml(title)}</h3>`]),
    `<table style="${STYLE.table}">`,
    row("th", head),
    ...rows.map((cells) => row("td", cells)),
    "</table>",
  ].join("\n");

const row = (tag: "th" | "td", cells: readonly string[]): string =>
  `<tr>${cells
    .map(
      (cell, column) =>
        `<${tag} style="${column === cells.length - 1 ? STYLE.number : STYLE.cell}">${escapeHtml(cell)}</${tag}>`,
    )
    .join("")}</tr>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for element content and quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
