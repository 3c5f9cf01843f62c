import type { Server } from "./server";
import {
  ShapeError,
  fieldsOf,
  numberOf,
  rowsOf,
  rowsOrNone,
  textOf,
  textsOf,
} from "./shape";
import type { Fields } from "./shape";

/** A target as Prometheus scrapes it. */
export interface ActiveTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly url: string;
  readonly health: string;
  /** Empty where there was none. */
  readonly lastError: string;
  /** In the notation of Prometheus. */
  readonly scrapeInterval: string;
}

/** A rule that is loaded. */
export interface LoadedRule {
  readonly name: string;
  readonly kind: "alerting" | "recording";
  /** As the engine writes it. */
  readonly query: string;
  /** `ok`, `err`, or `unknown` before it was evaluated. */
  readonly health: string;
  readonly lastError: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds; 0 for what records. */
  readonly for: number;
}

/** Rules that are loaded together. */
export interface LoadedGroup {
  readonly name: string;
  /** Seconds. */
  readonly interval: number;
  readonly rules: readonly LoadedRule[];
}

/** A series of a result: numbers as the server writes them, or lines of a log. */
export interface ResultSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly string[];
}

/**
 * What stands in `data` of an answer.
 * @throws ShapeError where it is no success
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 */
export function dataOf(body: unknown): unknown {
  const { status, data, error } = fieldsOf(body, "the answer");
  if (status === "success") return data;
  throw new ShapeError(
    typeof error === "string" ? error : "its status is not success",
  );
}

/** @see https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export const activeTargets = (
  prometheus: Server,
): Promise<readonly ActiveTarget[]> =>
  prometheus.read("/api/v1/targets?state=active", (body) =>
    rowsOrNone(
      fieldsOf(dataOf(body), "data")["activeTargets"],
      "activeTargets",
    ).map((target) => ({
      labels: textsOf(target["labels"], "labels"),
      url: textOf(target["scrapeUrl"], "scrapeUrl"),
      health: textOf(target["health"], "health"),
      lastError: textOf(target["lastError"] ?? "", "lastError"),
      scrapeInterval: textOf(target["scrapeInterval"], "scrapeInterval"),
    })),
  );

/**
 * The rules that Prometheus runs, or Loki's ruler in the same form.
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#rules
 */
export const loadedGroups = (
  server: Server,
  path = "/api/v1/rules",
): Promise<readonly LoadedGroup[]> =>
  server.read(path, (body) =>
    rowsOrNone(fieldsOf(dataOf(body), "data")["groups"], "groups").map(
      (group) => ({
        name: textOf(group["name"], "name"),
        interval: numberOf(group["interval"], "interval"),
        rules: rowsOrNone(group["rules"], "rules").map(loadedRule),
      }),
    ),
  );

const loadedRule = (rule: Fields): LoadedRule => ({
  name: textOf(rule["name"], "name"),
  kind: rule["type"] === "recording" ? "recording" : "alerting",
  query: textOf(rule["query"], "query"),
  health: textOf(rule["health"], "health"),
  lastError: textOf(rule["lastError"] ?? "", "lastError"),
  labels: textsOf(rule["labels"] ?? {}, "labels"),
  for: numberOf(rule["duration"] ?? 0, "duration"),
});

/** How the engine itself writes an expression. @see https://prometheus.io/docs/prometheus/latest/querying/api/#formatting-query-expressions */
export const formatted = (prometheus: Server, query: string): Promise<string> =>
  prometheus.read(
    "/api/v1/format_query",
    (body) => textOf(dataOf(body), "data"),
    { form: { query } },
  );

/** The series of a result of any kind that has series. @throws ShapeError where it is none */
export function seriesOf(body: unknown): readonly ResultSeries[] {
  const { resultType, result } = fieldsOf(dataOf(body), "data");
  if (resultType === "scalar") {
    const [, value] = result as readonly unknown[];
    return [{ labels: {}, values: [textOf(value, "value")] }];
  }
  return rowsOrNone(result, "result").map(
    ({ metric, stream, value, values }) => ({
      labels: textsOf(metric ?? stream ?? {}, "metric"),
      values: (value === undefined
        ? ((values ?? []) as readonly unknown[])
        : [value]
      ).map((pair) =>
        Array.isArray(pair) ? textOf(pair[1], "value") : textOf(pair, "value"),
      ),
    }),
  );
}

/** Evaluates a query now. */
export const instantly = (
  prometheus: Server,
  query: string,
): Promise<readonly ResultSeries[]> =>
  prometheus.read("/api/v1/query", seriesOf, { form: { query } });

/** How long it keeps samples, as it says itself: `90d`, `90d or 450GiB`. @see https://prometheus.io/docs/prometheus/latest/querying/api/#runtime-information */
export const storageRetention = (prometheus: Server): Promise<string> =>
  prometheus.read("/api/v1/status/runtimeinfo", (body) =>
    textOf(
      fieldsOf(dataOf(body), "data")["storageRetention"],
      "storageRetention",
    ),
  );

/** Addresses of the Alertmanagers that Prometheus tells. */
export const toldAlertmanagers = (
  prometheus: Server,
): Promise<readonly string[]> =>
  prometheus.read("/api/v1/alertmanagers", (body) =>
    rowsOrNone(
      fieldsOf(dataOf(body), "data")["activeAlertmanagers"],
      "activeAlertmanagers",
    ).map(({ url }) => textOf(url, "url")),
  );

/** An alert that is pending or fires. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: string;
}

/** @see https://prometheus.io/docs/prometheus/latest/querying/api/#alerts */
export const activeAlerts = (
  prometheus: Server,
): Promise<readonly ActiveAlert[]> =>
  prometheus.read("/api/v1/alerts", (body) =>
    rowsOf(fieldsOf(dataOf(body), "data")["alerts"], "alerts").map((alert) => ({
      labels: textsOf(alert["labels"], "labels"),
      state: textOf(alert["state"], "state"),
    })),
  );
