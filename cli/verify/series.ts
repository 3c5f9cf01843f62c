import * as v from "valibot";
import { fits, listOrNone, texts } from "../../input/json";
import { NoAnswer } from "./no-answer";
import { dataOf } from "./prometheus";
import type { Server } from "./server";

/** Labels of one series, with its name as `__name__`. */
export type SeriesLabels = Readonly<Record<string, string>>;

/** The series of a metric. */
export interface HeldSeries {
  readonly series: readonly SeriesLabels[];
  /** False where there are more than the server was asked for. */
  readonly complete: boolean;
}

/** Types that targets give, by name of the family: `counter`, `gauge`, `summary`, `unknown`, …. */
export type MetadataTypes = ReadonlyMap<string, readonly string[]>;

/** Matchers of a selector, each for equality. */
export type Matchers = Readonly<Record<string, string>>;

/** How much is asked of a server. */
export interface SeriesSettings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * How many series of one metric are asked for at most. @default 10,000, which are some 3 MB
   */
  readonly mostSeries?: number;
}

/** What instant queries look back, in milliseconds. */
const LOOKBACK = 300_000;
const MOST_SERIES = 10_000;
/** Names of metrics that one target shows at most, and families of which metadata is asked for. */
const MOST_NAMES = 20_000;
/** Different types of one family. */
const MOST_TYPES = 10;

const NAMES = v.array(v.string());
const SERIES = v.array(texts);
const METADATA = v.record(v.string(), v.array(v.object({ type: v.string() })));
const WARNINGS = v.object({ warnings: listOrNone(v.string()) });

/**
 * Asks which series a Prometheus holds, without reading a sample: indexes of the last five minutes,
 * and never more than a bound. Once it has refused, or has not answered in time, it is not asked
 * again.
 */
export class SeriesIndex {
  private readonly prometheus: Server;
  private readonly settings: SeriesSettings;
  private refusal: NoAnswer | undefined;

  constructor(prometheus: Server, settings: SeriesSettings) {
    this.prometheus = prometheus;
    this.settings = settings;
  }

  /** How many series of one metric are asked for at most. */
  get mostSeries(): number {
    return this.settings.mostSeries ?? MOST_SERIES;
  }

  /**
   * @throws NoAnswer
   * @see https://prometheus.io/docs/prometheus/latest/querying/api/#finding-series-by-label-matchers
   */
  series(name: string, matchers: Matchers): Promise<HeldSeries> {
    return this.ask(
      `/api/v1/series?${this.recent({ __name__: name, ...matchers }, this.mostSeries)}`,
      (body) => ({
        series: dataOf(body, SERIES),
        complete: !fits(WARNINGS, body).warnings.some((warning) =>
          warning.includes("limit"),
        ),
      }),
    );
  }

  /**
   * Names of all metrics of some series.
   * @throws NoAnswer
   * @see https://prometheus.io/docs/prometheus/latest/querying/api/#querying-label-values
   */
  names(matchers: Matchers): Promise<ReadonlySet<string>> {
    return this.ask(
      `/api/v1/label/__name__/values?${this.recent(matchers, MOST_NAMES)}`,
      (body) => new Set(dataOf(body, NAMES)),
    );
  }

  /**
   * @throws NoAnswer
   * @see https://prometheus.io/docs/prometheus/latest/querying/api/#querying-metric-metadata
   */
  types(): Promise<MetadataTypes> {
    return this.ask(
      `/api/v1/metadata?limit=${String(MOST_NAMES)}&limit_per_metric=${String(MOST_TYPES)}`,
      (body) =>
        new Map(
          Object.entries(dataOf(body, METADATA)).map(([name, known]) => [
            name,
            known.map(({ type }) => type),
          ]),
        ),
    );
  }

  private recent(matchers: Matchers, limit: number): string {
    const { now } = this.settings;
    return new URLSearchParams({
      "match[]": selector(matchers),
      start: String((now - LOOKBACK) / 1_000),
      end: String(now / 1_000),
      limit: String(limit),
    }).toString();
  }

  private async ask<T>(path: string, reader: (body: unknown) => T): Promise<T> {
    if (this.refusal !== undefined) throw this.refusal;
    try {
      return await this.prometheus.read(path, reader);
    } catch (error) {
      if (error instanceof NoAnswer) this.refusal ??= error;
      throw this.refusal ?? error;
    }
  }
}

const selector = (matchers: Matchers): string =>
  `{${Object.entries(matchers)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
