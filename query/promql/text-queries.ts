import { readString } from "./string-literal";

/** The texts of an alert, as declared or in its annotations. */
export type AlertTexts = Readonly<Partial<Record<TextQuery["field"], string>>>;

/** A query that Prometheus asks when it writes a text of an alert. */
export interface TextQuery {
  readonly field: "summary" | "description" | "action";
  /** PromQL, in which a value that the alert's labels fill in is any value but none. */
  readonly expr: string;
  /** Labels that the query fixes to one value. */
  readonly fixed: ReadonlySet<string>;
  /** Whether each verb of `printf` has its value, and each value its verb. */
  readonly filled: boolean;
}

const LITERAL = '"(?:[^"\\\\\\n]|\\\\.)*"|`[^`]*`';
const ASKED = new RegExp(
  `(?:\\bprintf\\s+)?(${LITERAL})((?:\\s+[$.][\\w.]+)*)\\s*\\|\\s*query\\b`,
  "g",
);
const PIPED = /\|\s*query\b/g;
const FIXED = /([A-Za-z_]\w*)\s*=\s*(?:%q|")/g;

/** All queries in the templates of an alert's texts. */
export const textQueries = (texts: AlertTexts): readonly TextQuery[] =>
  fieldsOf(texts).flatMap(([field, text]) =>
    [...text.matchAll(ASKED)].flatMap(([, literal = "", values = ""]) => {
      const read = readString(literal);
      return read.kind === "wrong"
        ? []
        : [
            {
              field,
              expr: read.text.replaceAll("=%q", '!=""').replaceAll("%q", '"x"'),
              fixed: new Set(
                [...read.text.matchAll(FIXED)].map(([, label = ""]) => label),
              ),
              filled:
                read.text.split("%q").length ===
                values.trim().split(/\s+/).filter(Boolean).length + 1,
            },
          ];
    }),
  );

/** Texts with a query that is not written as one text, so that nobody can check it. */
export const unreadQueries = (
  texts: AlertTexts,
): readonly TextQuery["field"][] => {
  const readable = textQueries(texts);
  return fieldsOf(texts)
    .filter(
      ([name, text]) =>
        [...text.matchAll(PIPED)].length !==
        readable.filter(({ field }) => field === name).length,
    )
    .map(([name]) => name);
};

/** Texts that may ask something. */
const fieldsOf = (
  texts: AlertTexts,
): readonly (readonly [TextQuery["field"], string])[] =>
  (["summary", "description", "action"] as const).flatMap((field) => {
    const text = texts[field] ?? "";
    // Most texts ask nothing.
    return text.includes("query") ? [[field, text] as const] : [];
  });
