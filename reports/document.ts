import { dateText, momentText } from "./civil-date";
import type {
  ReportDefinitions,
  SectionDefinition,
  SummaryDefinition,
} from "./definitions";
import { NO_DATA, formatValue } from "./format-value";
import type { Sample } from "./read-answer";
import { ReportError } from "./report-error";

type Query = SectionDefinition["queries"][number];

/** A table of unescaped text. The last column holds numbers. */
export interface Table {
  /** @default none: the heading is enough */
  readonly title?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A section of a document. */
export interface DocumentSection {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/** A report with its numbers, before it is rendered as Markdown, HTML or a message. */
export interface ReportDocument {
  readonly title: string;
  /** Time range and environment. */
  readonly about: string;
  readonly sections: readonly DocumentSection[];
  readonly link: string;
}

/** Query results by the text of the query. */
export type Answers = ReadonlyMap<string, readonly Sample[]>;

const DAY = 86_400_000;

/**
 * Fills a report with query results.
 *
 * @param instant time at which all of them were queried, in milliseconds since 1970
 * @throws ReportError if a result does not fit its place: one number is expected and there are
 * several
 */
export function buildDocument(
  definition: SummaryDefinition,
  { environment, timeZone, grafanaUrl }: ReportDefinitions,
  answers: Answers,
  instant: number,
): ReportDocument {
  const from = dateText(instant - definition.days * DAY, timeZone);
  return {
    title: `${definition.title}, ${environment}, ${dateText(instant, timeZone)}`,
    about: `${environment}, from ${from} to ${momentText(instant, timeZone)}. A number whose title names other days is of those days.`,
    sections: definition.sections.map(({ title, queries, notes }) => ({
      title,
      notes,
      tables: [
        ...figures(queries.filter(isFigure), answers),
        ...queries
          .filter((query) => !isFigure(query))
          .map((query) => listing(query, samplesOf(query, answers))),
      ],
    })),
    link: grafanaUrl,
  };
}

/** Whether the result is one number. */
const isFigure = ({ by = [] }: Query): boolean => by.length === 0;

function samplesOf(query: Query, answers: Answers): readonly Sample[] {
  const found = answers.get(query.expr);
  if (found === undefined) {
    throw new Error(`the query "${query.title}" was not asked`);
  }
  return found;
}

/** Single numbers share one table. */
function figures(
  queries: readonly Query[],
  answers: Answers,
): readonly Table[] {
  if (queries.length === 0) return [];
  return [
    {
      head: ["Figure", "Value"],
      rows: queries.map((query) => [
        query.title,
        figure(query, samplesOf(query, answers)),
      ]),
    },
  ];
}

function figure(query: Query, samples: readonly Sample[]): string {
  const [sample, ...more] = samples;
  if (more.length > 0) {
    throw new ReportError(
      `"${query.title}" should be one number, but the result has ${String(samples.length)}`,
      "aggregate the query, or or list its labels in by",
    );
  }
  return sample === undefined ? NO_DATA : formatValue(sample.value, query);
}

function listing(query: Query, samples: readonly Sample[]): Table {
  const by = query.by ?? [];
  const cells = ({ labels }: Sample): readonly string[] =>
    by.map((label) => labels[label] ?? "–");
  const rows = samples
    .map((sample) => ({ cells: cells(sample), value: sample.value }))
    .sort(
      (a, b) =>
        byValue(a.value, b.value, query.first ?? "name") ||
        byText(a.cells.join("\0"), b.cells.join("\0")),
    );
  const seen = new Set(rows.map((row) => row.cells.join("\0")));
  if (seen.size < rows.length) {
    throw new ReportError(
      `the answer to "${query.title}" has several numbers for the same ${by.join(" and ")}`,
      "aggregate the query by these labels only",
    );
  }
  return {
    title: query.title,
    head: [...by.map(headOf), "Value"],
    rows:
      rows.length === 0
        ? [[NO_DATA, ...by.map(() => "")]]
        : rows.map(({ cells: own, value }) => [
            ...own,
            formatValue(value, query),
          ]),
  };
}

/** `alertname` → `Alertname`: only the first letter of a label changes. */
const headOf = (label: string): string =>
  label.charAt(0).toUpperCase() + label.slice(1).replaceAll("_", " ");

/** NaN sorts last, in either order. */
function byValue(
  a: number,
  b: number,
  first: "highest" | "lowest" | "name",
): number {
  if (first === "name" || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  }
  return (first === "highest") === a > b ? -1 : 1;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
