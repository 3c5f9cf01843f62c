import { parser } from "@prometheus-io/lezer-promql";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { TypicalSeries } from "../typical/typical-series";
import { SCRAPE_SERIES_NAMES } from "./scraped";
import { leavingOpen } from "./spellings";
import type { TimedRule } from "./system-series";

/** Words of a contract, of scraping and of names, which mean something by themselves. */
const WORDS = [
  ...["counter", "gauge", "histogram", "summary", "type", "labels", "buckets"],
  ...["source", "application", "exporter", "push", "exposedBy", "typical"],
  ...["kind", "values", "upTo", "examples", "pattern", "open", "sets", "rate"],
  ...["perSecond", "counts", "events", "amount", "scheduled", "level", "low"],
  ...["usual", "high", "last-run", "every", "ahead", "age", "least", "most"],
  ...["left-by", "part", "observed", "events-of", "born", "at-start"],
  ...["at-first-event", "partOf", "quantiles", "duration", "milliseconds"],
  ...["pod", "instance", "container", "app", "job", "probe", "system"],
  ...["namespace", "interface", "eth0", "le", "quantile", "https", "example"],
  ...["redis_", "postgres", "pg_", "probe_", "_bucket", "_count", "_sum"],
  ...["interval", "expectedTargets", "containerPort", "name", "null", "true"],
  ...["false", "undefined", "__name__", ...SCRAPE_SERIES_NAMES],
  // Keywords, functions and aggregations of PromQL.
  ...parser.nodeSet.types.map(({ name }) => name),
];

/** A key that ends like the name of a pod may be found where nobody wrote it. */
const LIKE_POD = /-\d+$/;

/**
 * Makes the question that an environment asks of a system: all that its cost is worked out from,
 * with its key left open. Systems that ask the same cost the same: what they are is compared by
 * names and values, in which only the key differs. Where the key could be part of a word that means
 * something, the system is worked out for itself; so it is where a regular expression looks at the
 * letters of the key, which is seen only while it is worked out.
 *
 * @param charts whose series the rules of all systems may read
 */
export function questionOf(
  environment: EnvironmentConfig,
  charts: readonly TypicalSeries[],
): (service: Service, rules: readonly TimedRule[]) => string | undefined {
  const { scrapeInterval, evaluationInterval } = environment.prometheus;
  const words = bare(
    [
      ...WORDS,
      ...charts.flatMap(({ name, labels }) => [name, ...Object.values(labels)]),
    ].join(" "),
  );
  return (service, rules) => {
    const { key, namespace, metrics, targets, exporters, probes } = service;
    if (LIKE_POD.test(key) || words.includes(bare(key))) return undefined;
    const asked = JSON.stringify([
      [scrapeInterval.seconds, evaluationInterval.seconds, namespace],
      // Prose may have the key in other spellings, and costs nothing.
      Object.entries(metrics).map(([name, metric]) => [
        name,
        { ...metric, help: "", appears: "" },
      ]),
      targets.map(({ app, expectedTargets, containerPort, interval }) => [
        ...[app, expectedTargets, containerPort, interval.seconds],
      ]),
      exporters.map(({ name, kind }) => [name, kind]),
      probes.map(({ name, probe, interval }) => [
        ...[name, probe, interval.seconds],
      ]),
      rules.map(({ rule, interval }) =>
        "record" in rule
          ? [rule.expr, interval, rule.record, rule.labels]
          : [rule.expr, interval],
      ),
    ]);
    return leavingOpen(key)(asked);
  };
}

/** Without what sets words apart in one spelling only. */
const bare = (text: string): string =>
  text.replaceAll(/[-_]/g, "").toLowerCase();
