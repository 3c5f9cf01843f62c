import { setTimeout as pause } from "node:timers/promises";
import { readAnswer } from "../../reports/read-answer";
import type { Sample } from "../../reports/read-answer";
import { ReportError } from "../../reports/report-error";
import { causeOf } from "./cause-of";

const TIMEOUT_MS = 120_000;
const PAUSE_MS = 5_000;

/** A Prometheus, and how it is asked. */
export interface Question {
  readonly url: string;
  /** Moment of the answer, in milliseconds since 1970: the same for all queries of a report. */
  readonly instant: number;
  /** How long to try again while it does not answer, in milliseconds: it may be starting. */
  readonly patienceMs: number;
}

/** Asks one query. @throws ReportError where there is no answer, or none that can be trusted */
export async function askPrometheus(
  { url, instant, patienceMs }: Question,
  { title, expr }: { readonly title: string; readonly expr: string },
): Promise<readonly Sample[]> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const outcome = await attempt(url, expr, instant);
    if (outcome.kind === "answer") return readAnswer(outcome.body, title);
    if (Date.now() + PAUSE_MS > end) {
      throw new ReportError(
        `Prometheus at ${url} does not answer the query "${title}": ${outcome.reason}`,
        "see that it runs and that the network policy lets report jobs reach it, then run the job again",
      );
    }
    await pause(PAUSE_MS);
  }
}

type Outcome =
  | { readonly kind: "answer"; readonly body: string }
  | { readonly kind: "none"; readonly reason: string };

/** What Prometheus itself refuses is an answer too: asking again would not change it. */
async function attempt(
  url: string,
  query: string,
  instant: number,
): Promise<Outcome> {
  try {
    const response = await fetch(`${url}/api/v1/query`, {
      method: "POST",
      body: new URLSearchParams({ query, time: String(instant / 1000) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await response.text();
    const isPassing = [429, 502, 503, 504].includes(response.status);
    return isPassing && !body.includes('"errorType":"timeout"')
      ? { kind: "none", reason: `status ${String(response.status)}` }
      : { kind: "answer", body };
  } catch (error) {
    return { kind: "none", reason: causeOf(error) };
  }
}
