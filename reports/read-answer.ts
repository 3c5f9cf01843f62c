import { ReportError } from "./report-error";

/** A number that Prometheus has given, with what it is about. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** Not a number and infinities are among them. */
  readonly value: number;
}

interface VectorSample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
}

interface ApiAnswer {
  readonly status?: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
  readonly data?: { readonly resultType: string; readonly result: unknown };
}

/**
 * Reads the answer to an instant query. What is only nearly an answer is none: a report must never show a wrong number.
 *
 * @param title of the query, for the message
 * @throws ReportError where it is an error, a warning or anything else than numbers
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export function readAnswer(body: string, title: string): readonly Sample[] {
  const answer = parsed(body, title);
  if (answer.status !== "success" || answer.data === undefined) {
    throw new ReportError(
      `Prometheus refuses the query "${title}": ${answer.error ?? "no reason given"}`,
      "correct the query where it is declared, and deploy",
    );
  }
  const [warning] = answer.warnings ?? [];
  if (warning !== undefined) {
    throw new ReportError(
      `Prometheus doubts its answer to "${title}": ${warning}`,
      "mend what it names: the number may be wrong",
    );
  }
  return samples(answer.data.resultType, answer.data.result, title);
}

function parsed(body: string, title: string): ApiAnswer {
  try {
    const value = JSON.parse(body) as unknown;
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new ReportError(
    `what answers the query "${title}" is no Prometheus: it begins with ${JSON.stringify(body.slice(0, 60))}`,
    "look at the address of Prometheus, and at what stands before it",
  );
}

function samples(
  resultType: string,
  result: unknown,
  title: string,
): readonly Sample[] {
  switch (resultType) {
    case "scalar": {
      const [, value] = result as readonly [number, string];
      return [{ labels: {}, value: numberOf(value, title) }];
    }
    case "vector":
      return (result as readonly VectorSample[]).map(({ metric, value }) => {
        if (value === undefined) {
          throw new ReportError(
            `the answer to "${title}" holds a histogram`,
            "ask for a number: histogram_quantile(), histogram_count()",
          );
        }
        return { labels: metric, value: numberOf(value[1], title) };
      });
    default:
      throw new ReportError(
        `the answer to "${title}" is a ${resultType}`,
        "ask for numbers of one moment",
      );
  }
}

/** The words that Prometheus has for what no digits can say. */
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
    `the answer to "${title}" holds ${JSON.stringify(text)} where a number is due`,
    "look at the address of Prometheus, and at what stands before it",
  );
}
