import * as v from "valibot";
import { InputError, fits, texts } from "../input/json";
import type { Schema } from "../input/json";
import { ReportError } from "./report-error";

/** A sample from Prometheus, with its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** May be NaN or infinite. */
  readonly value: number;
}

const ANSWER = v.object({
  status: v.optional(v.string()),
  error: v.optional(v.string(), "no reason given"),
  warnings: v.nullish(v.array(v.string()), []),
});

const RESULT = v.object({
  data: v.object({ resultType: v.string(), result: v.unknown() }),
});

/** A timestamp, and the number as text. */
const PAIR = v.tuple([v.number(), v.string()]);

const result = <T>(schema: Schema<T>) =>
  v.object({ data: v.object({ result: schema }) });

const SCALAR = result(PAIR);

// A histogram sample has no value.
const VECTOR = result(
  v.array(v.object({ metric: texts, value: v.optional(PAIR) })),
);

/**
 * Parses the response to an instant query. Anything unexpected is an error: a report must never
 * show a wrong number.
 *
 * @param title of the query, for the message
 * @throws ReportError on an error, a warning or anything else than numbers
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export function readAnswer(body: string, title: string): readonly Sample[] {
  const answer = parsed(body, title);
  const { status, error, warnings } = read(ANSWER, answer, title);
  if (status !== "success") {
    throw new ReportError(
      `Prometheus refuses the query "${title}": ${error}`,
      "correct the query where it is declared, and deploy",
    );
  }
  const [warning] = warnings;
  if (warning !== undefined) {
    throw new ReportError(
      `Prometheus warns about the result of "${title}": ${warning}`,
      "fix what it names: the number may be wrong",
    );
  }
  return samples(answer, title);
}

function parsed(body: string, title: string): object {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Reported below, like JSON that is not an object.
  }
  throw new ReportError(
    `the response to the query "${title}" is not from Prometheus: it begins with ${JSON.stringify(body.slice(0, 60))}`,
    NOT_PROMETHEUS,
  );
}

const NOT_PROMETHEUS =
  "look at the address of Prometheus, and at what stands before it";

function read<T>(schema: Schema<T>, answer: unknown, title: string): T {
  try {
    return fits(schema, answer);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new ReportError(
      `the response to the query "${title}" is not from Prometheus: ${error.message}`,
      NOT_PROMETHEUS,
    );
  }
}

function samples(answer: object, title: string): readonly Sample[] {
  const { resultType } = read(RESULT, answer, title).data;
  switch (resultType) {
    case "scalar": {
      const [, value] = read(SCALAR, answer, title).data.result;
      return [{ labels: {}, value: numberOf(value, title) }];
    }
    case "vector":
      return read(VECTOR, answer, title).data.result.map(
        ({ metric, value }) => {
          if (value === undefined) {
            throw new ReportError(
              `the result of "${title}" has a histogram`,
              "compute a number: histogram_quantile(), histogram_count()",
            );
          }
          return { labels: metric, value: numberOf(value[1], title) };
        },
      );
    default:
      throw new ReportError(
        `the result of "${title}" is a ${resultType}`,
        "use an instant query without a range",
      );
  }
}

/** Prometheus's words for values without digits. */
const WORDS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  "+Inf": Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  "-Inf": Number.NEGATIVE_INFINITY,
};

function numberOf(text: string, title: string): number {
  const word = WORDS[text];
  if (word !== undefined) return word;
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new ReportError(
    `the result of "${title}" has ${JSON.stringify(text)} where a number is due`,
    NOT_PROMETHEUS,
  );
}
