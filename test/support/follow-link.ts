import type { SyntaxNode } from "@lezer/common";
import { parser } from "@grafana/lezer-logql";
import { parseableText } from "../../query/promql/parseable-text";
import { syntaxFindings } from "../../query/promql/syntax";

/** What Grafana shows when the address of a dashboard is opened. */
export interface Opened {
  /** What lies before `/d/`. */
  readonly root: string;
  /** Uid of the dashboard. */
  readonly uid: string;
  /** What its variables are set to. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly range: Readonly<Record<"from" | "to", string>>;
}

const TIME = /^(?:\d{13}|now(?:-\d+[smhd])?)$/;

/**
 * Opens the address of a dashboard as Grafana does.
 *
 * @throws Error when it is none, names no time, or has a parameter that Grafana does not read
 */
export function opened(link: string): Opened {
  const url = new URL(link, "http://inside");
  const [, uid] = /^\/d\/([a-z0-9_-]{1,40})$/.exec(url.pathname) ?? [];
  if (uid === undefined) throw new Error(`no dashboard: ${link}`);
  const { searchParams } = url;
  const range = {
    from: timeIn(searchParams, "from"),
    to: timeIn(searchParams, "to"),
  };
  const choices: Record<string, readonly string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    if (name === "from" || name === "to") continue;
    const [, variable] = /^var-([a-z][a-z0-9_]*)$/.exec(name) ?? [];
    if (variable === undefined) throw new Error(`not read: ${name}`);
    choices[variable] = searchParams.getAll(name);
  }
  return {
    root: link.startsWith("/") ? "" : url.origin,
    uid,
    choices,
    range,
  };
}

function timeIn(parameters: URLSearchParams, name: string): string {
  const [time = "", ...others] = parameters.getAll(name);
  if (!TIME.test(time) || others.length > 0)
    throw new Error(`no time: ${name}`);
  return time;
}

/** Places at which a query is no LogQL; none when it is. */
export function logqlErrors(expr: unknown): readonly string[] {
  const text = String(expr);
  const errors: string[] = [];
  parser
    .parse(text)
    .cursor()
    .iterate(({ type, node }) => {
      if (type.isError) errors.push(destinationOf(text, node));
    });
  return text.trim() === "" ? ["empty"] : errors;
}

const destinationOf = (text: string, { from }: SyntaxNode): string =>
  `${text.slice(0, from)}▶${text.slice(from)}`;

/** Places at which a query is no PromQL, with Grafana's intervals in it. */
export const promqlErrors = (expr: string): readonly string[] =>
  syntaxFindings(parseableText(expr)).map(({ message }) => message);
