import { InputError } from "../../input/json";
import { HttpFailure, request } from "../http/request";
import type { HttpAnswer, HttpRequest } from "../http/request";
import { NoAnswer } from "./no-answer";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;
/** What of a wrong answer is shown. */
const SHOWN = 160;

/** A server of the environment, and how to connect to it. */
export interface ServerFacts {
  /** As people call it: `Prometheus`. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** Command that makes it reachable. */
  readonly access: string;
  /** @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** What to do where it denies access. @default a hint that this server asks for no credentials */
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
export interface Asked extends Pick<HttpRequest, "form" | "json"> {
  /** Statuses that are answers too. @default those of success */
  readonly accepts?: readonly number[];
}

/**
 * Asks a server over HTTP; whatever is not an answer is a {@link NoAnswer} that says what and what
 * to do.
 */
export class Server {
  readonly facts: ServerFacts;
  private answered = false;
  /** Set where the server has never answered, so that later requests fail at once. */
  private gone: NoAnswer | undefined;

  constructor(facts: ServerFacts) {
    this.facts = facts;
  }

  /** Sees whether anything answers there, whatever it is. @throws NoAnswer */
  async policy(path: string): Promise<void> {
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
        `what answers at ${url} is no ${name}: ${path} is not JSON, but ${shown(text)}`,
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
      if (!(error instanceof InputError)) throw error;
      const { name, url } = this.facts;
      throw new NoAnswer(
        `what ${url} answers to ${path} is not what ${name} answers: ${error.message}`,
        `look at the address of ${name}, and at its version`,
      );
    }
  }

  /** What is answered, as text. @throws NoAnswer */
  async text(path: string, asked: Asked = {}): Promise<HttpAnswer> {
    if (this.gone !== undefined) throw this.gone;
    const { text, status } = await this.request(path, asked);
    this.answered = true;
    const { name, url } = this.facts;
    const isSuccess = status >= 200 && status < 300;
    if (isSuccess || (asked.accepts ?? []).includes(status)) {
      return { text, status };
    }
    throw new NoAnswer(
      `${name} at ${url} answers ${String(status)} to ${path}: ${shown(text)}`,
      this.afterStatus(status),
    );
  }

  private async request(
    path: string,
    { form, json }: Asked,
  ): Promise<HttpAnswer> {
    const { url, headers = {}, patience = PATIENCE } = this.facts;
    try {
      return await request({
        url: `${url}${path}`,
        patience,
        headers,
        ...(form === undefined ? {} : { form }),
        ...(json === undefined ? {} : { json }),
      });
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const reason = this.afterFailure(path, error);
      if (!this.answered) this.gone = reason;
      throw reason;
    }
  }

  private afterFailure(path: string, { kind, message }: HttpFailure): NoAnswer {
    const { name, url, access, patience = PATIENCE } = this.facts;
    switch (kind) {
      case "late":
        return new NoAnswer(
          `${name} at ${url} has not answered ${path} within ${String(patience / 1_000)} s`,
          `see whether ${name} is overloaded or restarts, then run this again`,
        );
      case "unreachable":
        return new NoAnswer(
          `nothing answers at ${url}, where ${name} should: ${message}`,
          `${access}, then run this again`,
        );
      case "too-large":
        return new NoAnswer(
          `${name} at ${url} answers too much to ${path}: ${message}`,
          `look at the address of ${name}, and at how much it holds`,
        );
    }
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

const shown = (text: string): string => {
  const short = text.trim().replace(/\s+/g, " ").slice(0, SHOWN);
  return short === "" ? "(nothing)" : short;
};
