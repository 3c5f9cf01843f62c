import { serviceMapSelectors } from "../../model/links/service-map-selectors";
import { proxyPath, tempoResults } from "./grafana";
import type { KeptDashboard, KeptPanel, KeptTarget } from "./grafana";
import { millisecondsOf } from "./length-of-time";
import { seriesOf } from "./prometheus";
import type { Server } from "./server";

/** Number of steps of a range query: enough to see whether there is data. */
const STEPS = 100;

/** The current time, and Prometheus's default scrape interval. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds. */
  readonly scrapeInterval: number;
}

/** A query of a panel, as text and with its data source in Grafana. */
export interface PanelQuestion {
  readonly language: "promql" | "logql" | "traceql" | "service-map";
  /** With everything filled in that Grafana fills in. */
  readonly text: string;
  readonly path: string;
  /** @default it is read */
  readonly form?: Readonly<Record<string, string>>;
}

/** The queries of a panel with what its page fills in at first. */
export const panelQuestions = (
  panel: KeptPanel,
  dashboard: KeptDashboard,
  moment: Moment,
): readonly PanelQuestion[] =>
  panel.targets.map((target) => question(target, panel, dashboard, moment));

function question(
  target: KeptTarget,
  panel: KeptPanel,
  dashboard: KeptDashboard,
  { now, scrapeInterval }: Moment,
): PanelQuestion {
  const range =
    millisecondsOf(panel.timeFrom ?? dashboard.from.replace(/^now-/, "")) ??
    6 * 3_600_000;
  const step = Math.max(
    Math.ceil(range / STEPS),
    millisecondsOf(writtenIn(target, "interval")) ?? 0,
    1_000,
  );
  const fill = (field: string): string =>
    filled(writtenIn(target, field), {
      variables: dashboard.variables,
      range,
      step,
      scrapeInterval,
    });
  const source = target.datasource;
  const proxy = proxyPath(source?.uid ?? "");
  const start = String(Math.floor((now - range) / 1_000));
  const end = String(Math.floor(now / 1_000));
  const seconds = String(Math.ceil(step / 1_000));
  if (source?.type === "loki") {
    const query = fill("expr");
    const isInstant = target["queryType"] === "instant";
    const parameters = new URLSearchParams({
      query,
      ...(isInstant
        ? { time: end }
        : { start, end, step: seconds, limit: "10" }),
    });
    return {
      language: "logql",
      text: query,
      path: `${proxy}/loki/api/v1/${isInstant ? "query" : "query_range"}?${parameters.toString()}`,
    };
  }
  if (source?.type === "tempo") {
    if (target["queryType"] === "serviceMap") return serviceMap(target, end);
    const query = fill("query");
    const kind = writtenIn(target, "metricsQueryType");
    const parameters = new URLSearchParams({
      q: query,
      start,
      end,
      ...(kind === "range" ? { step: `${seconds}s` } : {}),
    });
    return {
      language: "traceql",
      text: query,
      path: `${proxy}/api/${TEMPO_PATHS[kind] ?? "search"}?${parameters.toString()}`,
    };
  }
  const query = fill("expr");
  const isInstant = target["instant"] === true;
  return {
    language: "promql",
    text: query,
    path: `${proxy}/api/v1/${isInstant ? "query" : "query_range"}`,
    form: isInstant
      ? { query, time: end }
      : { query, start, end, step: seconds },
  };
}

/** Tempo's API of TraceQL metrics; other queries search for traces. */
const TEMPO_PATHS: Readonly<Record<string, string>> = {
  range: "metrics/query_range",
  instant: "metrics/query",
};

/** A text that a query has, or none. */
export function writtenIn(target: KeptTarget, field: string): string {
  const value = target[field];
  return typeof value === "string" ? value : "";
}

/** A service map uses the metrics that Tempo writes to Prometheus. */
function serviceMap(target: KeptTarget, end: string): PanelQuestion {
  const given = target["serviceMapQuery"];
  const selectors = Array.isArray(given)
    ? given.map(String)
    : serviceMapSelectors(".*");
  const query = selectors
    .map((selector) => `traces_service_graph_request_total${selector}`)
    .join(" or ");
  return {
    language: "service-map",
    text: query,
    path: `${proxyPath("prometheus")}/api/v1/query`,
    form: { query: `group(${query})`, time: end },
  };
}

/** What Grafana knows when it fills in a query. Lengths of time in milliseconds. */
interface Filling {
  readonly variables: Readonly<Record<string, string>>;
  readonly range: number;
  readonly step: number;
  readonly scrapeInterval: number;
}

/**
 * Fills in what Grafana itself does, so that the store can be asked directly.
 * @see
 *   https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/#global-variables
 */
export function filled(
  text: string,
  { variables, range, step, scrapeInterval }: Filling,
): string {
  const inSeconds = (milliseconds: number): string =>
    String(Math.ceil(milliseconds / 1_000));
  const known: Readonly<Record<string, string>> = {
    ...variables,
    __rate_interval: `${inSeconds(Math.max(step + scrapeInterval, 4 * scrapeInterval))}s`,
    __interval: `${inSeconds(step)}s`,
    __interval_ms: String(step),
    __auto: `${inSeconds(step)}s`,
    __range: `${inSeconds(range)}s`,
    __range_s: inSeconds(range),
    __range_ms: String(range),
  };
  return text.replace(
    /\$\{(\w+)(?::\w+)?\}|\$(\w+)/g,
    (whole, braced?: string, bare?: string) =>
      known[braced ?? bare ?? ""] ?? whole,
  );
}

/**
 * How many series with a number, lines or traces there are.
 * @throws NoAnswer where the store, or Grafana before it, does not answer
 */
export const resultsOf = (
  grafana: Server,
  { language, path, form }: PanelQuestion,
): Promise<number> =>
  grafana.read(
    path,
    (body) =>
      language === "traceql"
        ? tempoResults(body)
        : seriesOf(body).filter(({ values }) =>
            values.some((value) => value !== "NaN"),
          ).length,
    form === undefined ? {} : { form },
  );
