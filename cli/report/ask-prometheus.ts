import { readAnswer } from "../../reports/read-answer";
import type { Sample } from "../../reports/read-answer";
import { ReportError } from "../../reports/report-error";
import { HttpFailure, isPassing, request } from "../http/request";

const TIMEOUT_MS = 120_000;
const FIRST_PAUSE_MS = 1_000;
const PAUSE_MS = 5_000;

/** A Prometheus, and how to query it. */
export interface Question {
  readonly url: string;
  /** Moment of the answer, in milliseconds since 1970: the same for all queries of a report. */
  readonly instant: number;
  /** How long to retry while it does not answer, in milliseconds: it may be starting. */
  readonly patienceMs: number;
}

/** Runs one query. @throws ReportError where there is no answer, or no complete one */
export async function askPrometheus(
  { url, instant, patienceMs }: Question,
  { title, expr }: { readonly title: string; readonly expr: string },
): Promise<readonly Sample[]> {
  const outcome = await asked(url, expr, instant, patienceMs);
  if (outcome.kind === "answer") return readAnswer(outcome.body, title);
  throw new ReportError(
    `Prometheus at ${url} does not answer the query "${title}": ${outcome.reason}`,
    "check that it runs and that the network policy admits report jobs, then run the job again",
  );
}

type Outcome =
  | { readonly kind: "answer"; readonly body: string }
  | { readonly kind: "none"; readonly reason: string };

/** An error from Prometheus itself is an answer: a retry would not change it. */
async function asked(
  url: string,
  query: string,
  instant: number,
  patienceMs: number,
): Promise<Outcome> {
  try {
    const answer = await request({
      url: `${url}/api/v1/query`,
      form: { query, time: String(instant / 1000) },
      patience: TIMEOUT_MS + patienceMs,
      retries: {
        times: Math.floor(patienceMs / PAUSE_MS),
        firstPause: FIRST_PAUSE_MS,
        longestPause: PAUSE_MS,
      },
    });
    return isPassing(answer)
      ? { kind: "none", reason: `status ${String(answer.status)}` }
      : { kind: "answer", body: answer.text };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { kind: "none", reason: error.message };
  }
}
