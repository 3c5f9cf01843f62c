import * as v from "valibot";
import { fromJson } from "../../../input/json";
import { seconds } from "../../../model/duration";
import type { Service } from "../../../model/service";
import type { LabelSet } from "../../../model/typical/label-sets";
import type { EnvironmentConfig } from "../../../model/environment";
import { environmentCost } from "../../../prometheus/cost/environment-cost";
import { resultOf } from "../../../prometheus/cost/rule-result";
import type { CostLine } from "../../../prometheus/cost/system-cost";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { SLO_SERIES } from "../../../prometheus/slo/slo-series";
import { BASE_WINDOW } from "../../../prometheus/slo/tiles";
import { typicalSeries } from "../../../prometheus/typical/typical-series";
import { LivePrometheus } from "../../support/live-prometheus";
import { LiveSystem } from "../../support/live-system";
import { until } from "../../support/loopback";
import { production } from "../../support/organisation/environments";
import { market } from "../../support/organisation/services";

/** Scrapes of each endpoint before anything is compared. */
const SCRAPES = 15;
const EVALUATIONS = 5;
/** Seconds of samples that are compared. */
const WINDOW = 10;

/** Without exporters and probes, of which no contract says what else they show. */
const system: Service = {
  ...market,
  exporters: [],
  probes: [],
  targets: market.targets.map((target) => ({
    ...target,
    interval: seconds(1),
  })),
};
const environment: EnvironmentConfig = {
  ...production,
  prometheus: { ...production.prometheus, scrapeInterval: seconds(1) },
};
const [cost] = environmentCost([system], environment, []).systems;
const lines = (...kinds: readonly CostLine["kind"][]): readonly CostLine[] =>
  (cost?.lines ?? []).filter(({ kind }) => kinds.includes(kind));

const ANSWER = v.object({
  data: v.object({
    result: v.array(
      v.object({
        metric: v.record(v.string(), v.string()),
        value: v.tuple([v.number(), v.string()]),
      }),
    ),
    stats: v.exactOptional(
      v.object({ samples: v.object({ totalQueryableSamples: v.number() }) }),
    ),
  }),
});

const MATRIX = v.object({
  data: v.object({
    result: v.array(v.object({ values: v.array(v.unknown()) })),
  }),
});

let application: LiveSystem | undefined;
let prometheus: LivePrometheus | undefined;

async function text(query: string, at: string): Promise<string> {
  const asked = new URLSearchParams({ query, time: at, stats: "all" });
  const url = `${prometheus?.url ?? ""}/api/v1/query?${asked.toString()}`;
  return (await fetch(url)).text();
}

const ask = async (query: string, at: string) =>
  fromJson(ANSWER, await text(query, at), query).data;

const numberOf = async (query: string, at: string): Promise<number> =>
  Number((await ask(query, at)).result[0]?.value[1]);

/** How often an endpoint was scraped: a busy machine misses some. */
const scrapesInWindow = (): Promise<number> =>
  numberOf(
    `avg(count_over_time(up{system="market"}[${String(WINDOW)}s]))`,
    moment,
  );

/** A moment at which every endpoint has been scraped often enough. */
let moment = "";

beforeAll(
  async () => {
    const { recording, slos } = ruleGroups(system, environment);
    application = await LiveSystem.start(system);
    prometheus = await LivePrometheus.start({
      scrapes: application.scrapes,
      groups: [...recording, ...slos].map((group) => ({
        ...group,
        interval: "1s",
        rules: group.rules.filter((rule) => "record" in rule),
      })),
      alertmanagers: [],
      externalLabels: {},
      retention: "1d",
    });
    const least = `min(count_over_time(up{system="market"}[5m]))`;
    await until(
      "every endpoint was scraped often enough",
      async () => {
        const now = String(Date.now() / 1000);
        if (!((await numberOf(least, now)) >= SCRAPES)) return false;
        // A rule may read what one of another group recorded.
        const evaluated = "min(prometheus_rule_group_iterations_total)";
        if (!((await numberOf(evaluated, now)) >= EVALUATIONS)) return false;
        moment = now;
        return true;
      },
      240,
    );
  },
  20 * 60 * 1000,
);
afterAll(async () => {
  await prometheus?.stop();
  await application?.stop();
});

it("has exactly the series of the contract and of scraping", async () => {
  const exposed = lines("metric", "scrapes");
  expect(exposed.map(({ name }) => name)).toContain("up and scrape_…");
  expect(
    await numberOf('count({system="market", __name__!~".+:.+"})', moment),
  ).toBe(exposed.reduce((sum, { typical = 0 }) => sum + typical, 0));
});

const MISSING = SLO_SERIES.events("missing", BASE_WINDOW);

it("has exactly the recorded series that are worked out of its rules", async () => {
  const { result } = await ask(
    'count by (__name__) ({system="market", __name__=~".+:.+"})',
    moment,
  );
  expect(
    Object.fromEntries(
      result.map(({ metric, value }) => [
        metric["__name__"] ?? "",
        Number(value[1]),
      ]),
    ),
  ).toEqual(
    Object.fromEntries(
      lines("recorded")
        // Missing events exist during an outage only, which no label shows.
        .filter(({ name }) => name !== MISSING)
        .map(({ name, typical }) => [name, typical]),
    ),
  );
});

it("gets the samples in a scrape that are worked out, within a tenth", async () => {
  const answer = await text(
    `{system="market", __name__!~".+:.+"}[${String(WINDOW)}s]`,
    moment,
  );
  const samples = fromJson(MATRIX, answer, "samples").data.result.reduce(
    (sum, { values }) => sum + values.length,
    0,
  );
  const scrapes = await scrapesInWindow();
  const perSecond = lines("metric", "scrapes").reduce(
    (sum, line) => sum + line.samplesPerSecond,
    0,
  );
  expect(perSecond).toBeGreaterThan(500);
  expect(samples / scrapes / perSecond).toBeGreaterThan(0.9);
  expect(samples / scrapes / perSecond).toBeLessThan(1.1);
});

const known = new Map<string, LabelSet[]>();
for (const { name, labels } of typicalSeries(system, Infinity)) {
  const series = known.get(name) ?? [];
  known.set(name, series);
  series.push(labels);
}

it.each([
  "market_http_requests_total",
  'market_http_requests_total{status=~"5.."}',
  `rate(market_http_requests_total[${String(WINDOW)}s])`,
  `sum by (status) (rate(market_http_requests_total{method="GET"}[${String(WINDOW)}s])) / on () group_left () sum(rate(market_http_requests_total[${String(WINDOW)}s]))`,
  `histogram_quantile(0.9, sum by (le, route) (rate(market_http_request_duration_seconds_bucket[${String(WINDOW)}s])))`,
  // Prometheus counts what a subquery results in, here as much as it reads.
  `max_over_time(market_http_requests_total[${String(WINDOW)}s:1s])`,
  'label_replace(market_http_requests_total, "kind", "$1", "status", "(.).*")',
  'market_http_requests_total{status="500"} or market_http_requests_total',
  'market_http_requests_total and on (pod) market_http_requests_total{status="500"}',
])("reads as many samples as Prometheus for %s", async (expr) => {
  const { result, stats } = await ask(expr, moment);
  const interval = WINDOW / (await scrapesInWindow());
  const { sets, samples, unknown } = resultOf(
    expr,
    (name) => known.get(name)?.map((labels) => ({ labels, interval })),
    1,
  );
  expect(unknown).toEqual([]);
  expect(sets).toHaveLength(result.length);
  expect(result.length).toBeGreaterThan(0);
  const read = stats?.samples.totalQueryableSamples ?? 0;
  expect(samples / read).toBeGreaterThan(0.85);
  expect(samples / read).toBeLessThan(1.15);
});
