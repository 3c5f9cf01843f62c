import * as v from "valibot";
import { InputError, fits, listOrNone, texts } from "../../input/json";
import type { Schema } from "../../input/json";
import type { Server } from "./server";

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

const ANSWER = v.object({
  status: v.string(),
  error: v.optional(v.string()),
});

/**
 * The field `data` of an answer.
 * @throws InputError where it is no success, or not of the form that is due
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 */
export function dataOf<T>(body: unknown, data: Schema<T>): T {
  const { status, error } = fits(ANSWER, body);
  if (status === "success") return fits(v.object({ data }), body).data;
  throw new InputError(error ?? `its status is "${status}", not "success"`);
}

const TARGETS = v.object({
  activeTargets: listOrNone(
    v.object({
      labels: texts,
      scrapeUrl: v.string(),
      health: v.string(),
      lastError: v.optional(v.string(), ""),
      scrapeInterval: v.string(),
    }),
  ),
});

/** @see https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export const activeTargets = (
  prometheus: Server,
): Promise<readonly ActiveTarget[]> =>
  prometheus.read("/api/v1/targets?state=active", (body) =>
    dataOf(body, TARGETS).activeTargets.map(({ scrapeUrl, ...target }) => ({
      ...target,
      url: scrapeUrl,
    })),
  );

const RULES = v.object({
  groups: listOrNone(
    v.object({
      name: v.string(),
      interval: v.number(),
      rules: listOrNone(
        v.object({
          name: v.string(),
          type: v.picklist(["alerting", "recording"]),
          query: v.string(),
          health: v.string(),
          lastError: v.optional(v.string(), ""),
          labels: v.nullish(texts, {}),
          duration: v.optional(v.number(), 0),
        }),
      ),
    }),
  ),
});

/**
 * The rules that Prometheus runs, or Loki's ruler in the same form.
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#rules
 */
export const loadedGroups = (
  server: Server,
  path = "/api/v1/rules",
): Promise<readonly LoadedGroup[]> =>
  server.read(path, (body) =>
    dataOf(body, RULES).groups.map((group) => ({
      ...group,
      rules: group.rules.map(({ type, duration, ...rule }) => ({
        ...rule,
        kind: type,
        for: duration,
      })),
    })),
  );

/**
 * How the engine itself writes an expression. @see
 * https://prometheus.io/docs/prometheus/latest/querying/api/#formatting-query-expressions
 */
export const formatted = (prometheus: Server, query: string): Promise<string> =>
  prometheus.read("/api/v1/format_query", (body) => dataOf(body, v.string()), {
    form: { query },
  });

/** A moment, and what the server writes of it: a number, or a line of a log. */
const PAIR = v.tuple([v.unknown(), v.string()]);

const RESULT = v.variant("resultType", [
  v.object({ resultType: v.literal("scalar"), result: PAIR }),
  v.object({
    resultType: v.literal("vector"),
    // A native histogram has no value.
    result: listOrNone(
      v.object({
        metric: v.optional(texts, {}),
        value: v.optional(PAIR),
      }),
    ),
  }),
  v.object({
    resultType: v.literal("matrix"),
    result: listOrNone(
      v.object({
        metric: v.optional(texts, {}),
        values: listOrNone(PAIR),
      }),
    ),
  }),
  v.object({
    resultType: v.literal("streams"),
    result: listOrNone(
      v.object({
        stream: v.optional(texts, {}),
        values: listOrNone(PAIR),
      }),
    ),
  }),
]);

const writtenIn = ([, value]: v.InferOutput<typeof PAIR>): string => value;

/** The series of a result of any kind that has series. @throws InputError where it is none */
export function seriesOf(body: unknown): readonly ResultSeries[] {
  const data = dataOf(body, RESULT);
  switch (data.resultType) {
    case "scalar":
      return [{ labels: {}, values: [writtenIn(data.result)] }];
    case "vector":
      return data.result.map(({ metric, value }) => ({
        labels: metric,
        values: value === undefined ? [] : [writtenIn(value)],
      }));
    case "matrix":
      return data.result.map(({ metric, values }) => ({
        labels: metric,
        values: values.map(writtenIn),
      }));
    case "streams":
      return data.result.map(({ stream, values }) => ({
        labels: stream,
        values: values.map(writtenIn),
      }));
  }
}

/** Evaluates a query now. */
export const instantly = (
  prometheus: Server,
  query: string,
): Promise<readonly ResultSeries[]> =>
  prometheus.read("/api/v1/query", seriesOf, { form: { query } });

/**
 * How long it keeps samples, as it says itself: `90d`, `90d or 450GiB`. @see
 * https://prometheus.io/docs/prometheus/latest/querying/api/#runtime-information
 */
export const storageRetention = (prometheus: Server): Promise<string> =>
  prometheus.read(
    "/api/v1/status/runtimeinfo",
    (body) =>
      dataOf(body, v.object({ storageRetention: v.string() })).storageRetention,
  );

const ALERTMANAGERS = v.object({
  activeAlertmanagers: listOrNone(v.object({ url: v.string() })),
});

/** URLs of the Alertmanagers that Prometheus sends to. */
export const activeAlertmanagers = (
  prometheus: Server,
): Promise<readonly string[]> =>
  prometheus.read("/api/v1/alertmanagers", (body) =>
    dataOf(body, ALERTMANAGERS).activeAlertmanagers.map(({ url }) => url),
  );

/** An alert that is pending or fires. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: string;
}

const ALERTS = v.object({
  alerts: v.array(v.object({ labels: texts, state: v.string() })),
});

/** @see https://prometheus.io/docs/prometheus/latest/querying/api/#alerts */
export const activeAlerts = (
  prometheus: Server,
): Promise<readonly ActiveAlert[]> =>
  prometheus.read("/api/v1/alerts", (body) => dataOf(body, ALERTS).alerts);
