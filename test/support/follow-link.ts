import type { SyntaxNode } from "@lezer/common";
import { parser } from "@grafana/lezer-logql";
import { dataSources } from "../../dashboards/data-sources";
import { production } from "./environments/production";
import { serviceUrls } from "../../helm/parts/service-urls";
import { parseableText } from "../../query/promql/parseable-text";
import { syntaxFindings } from "../../query/promql/syntax";

/** What Explore shows when an address is opened. */
export interface Opened {
  /** What lies before `/explore`. */
  readonly root: string;
  /** Uid of the data source that is asked. */
  readonly uid: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly range: Readonly<Record<"from" | "to", string>>;
}

interface Panes {
  readonly datasource: string;
  readonly queries: readonly (Readonly<Record<string, unknown>> & {
    readonly refId: string;
    readonly datasource: { readonly type: string; readonly uid: string };
  })[];
  readonly range: Readonly<Record<"from" | "to", string>>;
}

const SOURCES = dataSources(production, serviceUrls(production));
const TIME = /^(?:\d{13}|now(?:-\d+[smhd])?)$/;

/**
 * Opens an address of Explore as Grafana does, one pane with one query.
 *
 * @throws Error when Grafana would not show it: another form, a data source that nobody made or of
 *   another type, no time.
 */
export function opened(link: string): Opened {
  const url = new URL(link, "http://inside");
  const { schemaVersion, orgId, panes, ...rest } = Object.fromEntries(
    url.searchParams,
  );
  expect(url.pathname).toBe("/explore");
  expect({ schemaVersion, orgId, rest }).toEqual({
    schemaVersion: "1",
    orgId: "1",
    rest: {},
  });
  const [pane, ...others] = Object.values(
    JSON.parse(panes ?? "{}") as Readonly<Record<string, Panes>>,
  );
  if (pane === undefined || others.length > 0) throw new Error("no one pane");
  const [first, ...further] = pane.queries;
  if (first === undefined || further.length > 0)
    throw new Error("no one query");
  const { refId, datasource, ...query } = first;
  expect(refId).toBe("A");
  expect(datasource.uid).toBe(pane.datasource);
  expect(SOURCES.map(({ uid, type }) => ({ uid, type }))).toContainEqual(
    datasource,
  );
  expect(Object.keys(pane.range)).toEqual(["from", "to"]);
  expect(pane.range.from).toMatch(TIME);
  expect(pane.range.to).toMatch(TIME);
  return {
    root: link.startsWith("/") ? "" : url.origin,
    uid: datasource.uid,
    query,
    range: pane.range,
  };
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

/** The one form of TraceQL that links carry: a single attribute of the resource. */
const TRACEQL =
  /^\{ resource\.[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)* = "[^"\\]+" \}$/;

/** Whether a query is TraceQL of the form that links carry. */
export const isTraceql = (query: unknown): boolean =>
  TRACEQL.test(String(query));
