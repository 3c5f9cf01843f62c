import { causeOf } from "../report/cause-of";
import { NoAnswer } from "./no-answer";
import { ShapeError } from "./shape";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;
/** Name of the error that an AbortSignal ends a question with. */
const TIMEOUT = "TimeoutError";
/** What of a wrong answer is shown. */
const SHOWN = 160;

/** A server of the environment, and how it is reached. */
export interface ServerFacts {
  /** As people call it: `Prometheus`. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** What opens a way to it: a command. */
  readonly access: string;
  /** @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** What to do where it says that the caller may not look. @default that this server asks for no credentials */
  readonly credentials?: string;
  /** Milliseconds. @default 20 seconds */
  readonly patience?: number;
}

/** An answer that is JSON, with its status. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What is asked, beside the path. */
export interface Asked {
  /** Fields of a form, which are posted. @default it is read */
  readonly form?: Readonly<Record<string, string>>;
  /** JSON, which is posted. @default it is read */
  readonly json?: Readonly<Record<string, unknown>>;
  /** Statuses that are answers too. @default those of success */
  readonly accepts?: readonly number[];
}

/** Asks a server over HTTP; whatever is not an answer is a {@link NoAnswer} that says what and what to do. */
export class Server {
  readonly facts: ServerFacts;
  private answered = false;
  /** Set where nothing has ever answered, so that a server that is not there is not waited for again and again. */
  private gone: NoAnswer | undefined;

  constructor(facts: ServerFacts) {
    this.facts = facts;
  }

  /** Sees whether anything answers there, whatever it is. @throws NoAnswer */
  async reach(path: string): Promise<void> {
    await this.text(path, {});
  }

  /** @throws NoAnswer */
  async ask(path: string, asked: Asked = {}): Promise<Answer> {
    const { text, status } = await this.text(path, asked);
    const { name, url } = this.facts;
    try {
      return { status, body: JSON.parse(text) };
    } catch {
      throw new NoAnswer(
        `what answers at ${url} is no ${name}: ${path} is no JSON there, but ${shown(text)}`,
        `look at the address of ${name}, and at what stands before it`,
      );
    }
  }

  /**
   * Asks, and reads what is answered.
   * @throws NoAnswer, also where the answer is not as it must be
   */
  async read<T>(
    path: string,
    reader: (body: unknown, status: number) => T,
    asked: Asked = {},
  ): Promise<T> {
    const { body, status } = await this.ask(path, asked);
    try {
      return reader(body, status);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      const { name, url } = this.facts;
      throw new NoAnswer(
        `what ${url} answers to ${path} is not what ${name} answers: ${error.message}`,
        `look at the address of ${name}, and at its version`,
      );
    }
  }

  /** What is answered, as text. */
  async text(
    path: string,
    asked: Asked = {},
  ): Promise<{ readonly text: string; readonly status: number }> {
    if (this.gone !== undefined) throw this.gone;
    const response = await this.request(path, asked);
    const text = await response.text().catch((error: unknown) => {
      throw this.silent(path, error);
    });
    this.answered = true;
    const { name, url } = this.facts;
    const { status } = response;
    if (response.ok || (asked.accepts ?? []).includes(status)) {
      return { text, status };
    }
    throw new NoAnswer(
      `${name} at ${url} answers ${String(status)} to ${path}: ${shown(text)}`,
      this.afterStatus(status),
    );
  }

  private async request(path: string, asked: Asked): Promise<Response> {
    const { url, headers = {}, patience = PATIENCE } = this.facts;
    try {
      return await fetch(`${url}${path}`, {
        // A page to sign in at is no answer.
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
        ...posted(asked, headers),
      });
    } catch (error) {
      throw this.silent(path, error);
    }
  }

  private silent(path: string, error: unknown): NoAnswer {
    const { name, url, access, patience = PATIENCE } = this.facts;
    const isLate = (error as Partial<Error> | undefined)?.name === TIMEOUT;
    const reason = isLate
      ? new NoAnswer(
          `${name} at ${url} has not answered ${path} within ${String(patience / 1_000)} s`,
          `see whether ${name} is overloaded or restarts, then run this again`,
        )
      : new NoAnswer(
          `nothing answers at ${url}, where ${name} should: ${causeOf(error)}`,
          `${access}, then run this again`,
        );
    if (!this.answered) this.gone = reason;
    return reason;
  }

  private afterStatus(status: number): string {
    const { name, credentials } = this.facts;
    if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
      return (
        credentials ??
        `${name} asks for no credentials: look at what stands before it`
      );
    }
    return status === 404
      ? `look at the address of ${name}, and whether this is deployed`
      : `see the log of ${name}, then run this again`;
  }
}

const posted = (
  { form, json }: Asked,
  headers: Readonly<Record<string, string>>,
): RequestInit => {
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

const shown = (text: string): string => {
  const short = text.trim().replace(/\s+/g, " ").slice(0, SHOWN);
  return short === "" ? "(nothing)" : short;
};
