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

/** Cells with a head, as text: nothing is escaped yet. The last column holds numbers. */
export interface Table {
  /** @default none: the head says it */
  readonly title?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a document. */
export interface DocumentSection {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/** A report with its numbers, before it is Markdown, HTML or a message. */
export interface ReportDocument {
  readonly title: string;
  /** From when to when, and where. */
  readonly about: string;
  readonly sections: readonly DocumentSection[];
  readonly link: string;
}

/** Answers by the text of the query. */
export type Answers = ReadonlyMap<string, readonly Sample[]>;

const DAY = 86_400_000;

/**
 * Puts answers in the places of a report.
 *
 * @param instant moment at which all of them were asked, in milliseconds since 1970
 * @throws ReportError where an answer does not fit its place: one number is due and there are
 *   several
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
    about: `${environment}, from ${from} to ${momentText(instant, timeZone)}. Where a title names other days, its number is of those.`,
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

/** Whether the answer is one number. */
const isFigure = ({ by = [] }: Query): boolean => by.length === 0;

function samplesOf(query: Query, answers: Answers): readonly Sample[] {
  const found = answers.get(query.expr);
  if (found === undefined) {
    throw new Error(`the query "${query.title}" was not asked`);
  }
  return found;
}

/** Single numbers stand together in one table. */
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
      `"${query.title}" is one number, and the answer holds ${String(samples.length)}`,
      "aggregate the query, or give it the labels that tell its numbers apart",
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
      `the answer to "${query.title}" holds several numbers for the same ${by.join(" and ")}`,
      "aggregate the query by these labels alone",
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

/**
 * `alertname` → `Alertname`: a label is a name, and a name stands as it is but for its first
 * letter.
 */
const headOf = (label: string): string =>
  label.charAt(0).toUpperCase() + label.slice(1).replaceAll("_", " ");

/** What is no number stands last, whatever stands first. */
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
