import { backOff } from "exponential-backoff";
import { causeOf } from "../report/cause-of";

/** Transient statuses of a server or proxy: overloaded, or unavailable for the moment. */
const PASSING: readonly number[] = [429, 502, 503, 504];
/** Prometheus's status of a query timeout: a retry would only add load. */
const QUERY_TIMED_OUT = '"errorType":"timeout"';
/** Octets of an answer at most. */
const LARGEST_ANSWER = 64 * 1024 ** 2;
/** Name of the error that an AbortSignal ends a request with. */
const TIMEOUT = "TimeoutError";

/** Number of retries and their pauses, in milliseconds; each pause is twice the last one. */
export interface Retries {
  readonly times: number;
  readonly firstPause: number;
  readonly longestPause: number;
}

const RETRIES: Retries = { times: 2, firstPause: 250, longestPause: 1_000 };

/** What is asked over HTTP. */
export interface HttpRequest {
  readonly url: string;
  /** Milliseconds for the answer, all tries together. */
  readonly patience: number;
  /** @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form, which are posted. @default it is read */
  readonly form?: Readonly<Record<string, string>>;
  /** JSON, which is posted. @default it is read */
  readonly json?: unknown;
  /**
   * Retries while nothing answers or the status is transient. A request that changes something must
   * not be retried: it may have arrived.
   * @default twice within a second for reads and for forms, which only query; never for JSON
   */
  readonly retries?: Retries | "never";
  /** Octets of the answer at most. @default 64 MiB */
  readonly largest?: number;
}

/** A server's answer of any status. Redirects are not followed: they lead to a sign-in page. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Why there is no answer. The message has neither address nor credentials: the caller adds the
 * address.
 */
export class HttpFailure extends Error {
  /**
   * `late`: not within the patience; `unreachable`: no connection, or it broke; `too-large`: more
   * than is read.
   */
  readonly kind: "late" | "unreachable" | "too-large";

  constructor(kind: HttpFailure["kind"], reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/** Asks a server. @throws HttpFailure where there is no answer */
export async function request(asked: HttpRequest): Promise<HttpAnswer> {
  const { json, patience } = asked;
  const given = asked.retries ?? (json === undefined ? RETRIES : "never");
  const { times, firstPause, longestPause } =
    given === "never" ? { ...RETRIES, times: 0 } : given;
  const signal = AbortSignal.timeout(patience);
  try {
    return await backOff(() => attempt(asked, signal), {
      numOfAttempts: times + 1,
      startingDelay: firstPause,
      maxDelay: longestPause,
      retry: (error: unknown) => isWorthAgain(error) && !signal.aborted,
    });
  } catch (error) {
    if (error instanceof Passing) return error.answer;
    throw error;
  }
}

/** A transient answer. */
class Passing extends Error {
  readonly answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super(`status ${String(answer.status)}`);
    this.answer = answer;
  }
}

const isWorthAgain = (error: unknown): boolean =>
  error instanceof Passing ||
  (error instanceof HttpFailure && error.kind === "unreachable");

/** Whether an answer is transient: the server is starting or overloaded. */
export const isPassing = ({ status, text }: HttpAnswer): boolean =>
  PASSING.includes(status) && !text.includes(QUERY_TIMED_OUT);

async function attempt(
  asked: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(asked.url, {
      redirect: "manual",
      signal,
      ...posted(asked),
    });
    const { status } = response;
    const text = await textOf(response, asked.largest ?? LARGEST_ANSWER);
    const answer = { status, text };
    if (isPassing(answer)) throw new Passing(answer);
    return answer;
  } catch (error) {
    if (error instanceof Passing || error instanceof HttpFailure) throw error;
    if (isTimeout(error)) {
      throw new HttpFailure(
        "late",
        `no answer within ${String(asked.patience / 1_000)} s`,
      );
    }
    throw new HttpFailure("unreachable", causeOf(error));
  }
}

const posted = ({
  form,
  json,
  headers = {},
}: HttpRequest): Pick<RequestInit, "method" | "headers" | "body"> => {
  if (form !== undefined) {
    return { headers, method: "POST", body: new URLSearchParams(form) };
  }
  return json === undefined
    ? { headers }
    : {
        headers: { ...headers, "content-type": "application/json" },
        method: "POST",
        body: JSON.stringify(json),
      };
};

async function textOf(response: Response, largest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let octets = 0;
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] =
    response.body ?? [];
  for await (const chunk of body) {
    octets += chunk.byteLength;
    if (octets > largest) {
      throw new HttpFailure(
        "too-large",
        `the answer has more than ${String(largest)} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** What fetch throws need not be of the same realm, so that its class says nothing. */
const isTimeout = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "name" in error &&
  error.name === TIMEOUT;
