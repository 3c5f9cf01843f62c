import { judgeDays } from "../../../cli/incident/judged-days";
import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { findEngine } from "../../../engines/find-engine";
import type { Alert } from "../../../model/alert";
import type { Service } from "../../../model/service";
import { minutes } from "../../../model/duration";
import { count } from "../../../model/threshold";
import { quietDays } from "../../../proof/incidents/quiet-day";
import { production } from "../../support/environments/production";
import { market, services } from "../../support/organisation/services";

/** A first run may build the engine. */
const LIMIT = 20 * 60 * 1000;

/** What promtool says of the market's quiet day. */
async function saidOf(changed: Service): Promise<readonly string[]> {
  const all = services.map((service) =>
    service.key === market.key ? changed : service,
  );
  const days = await judgeDays(
    quietDays(all, production, (systems) => systems.includes(changed)),
    {
      promtool: await findEngine("promtool"),
      jobs: 1,
      memory: promtoolMemory(process.env),
    },
  );
  expect(days).toHaveLength(1);
  return days.flatMap(({ failures }) => failures);
}

const alertWith = (rule: Partial<Alert>): Service => ({
  ...market,
  alerts: market.alerts.map((alert) =>
    alert.name === "MarketErrors" ? { ...alert, ...rule } : alert,
  ),
});

it(
  "is quiet for a healthy system",
  async () => {
    expect(await saidOf(market)).toEqual([]);
  },
  LIMIT,
);

it.each<[string, Service, RegExp]>([
  [
    "an alert that a deployment fires",
    alertWith({
      expr: 'sum(resets(market_http_requests_total{system="market"}[10m])) > {most}',
      thresholds: { most: count(0, "restarts") },
      for: minutes(0),
    }),
    /alertname="MarketErrors"/u,
  ],
  [
    "an alert that fires when nobody is awake",
    alertWith({
      expr: "market:http_requests:rate5m < {least}",
      thresholds: { least: count(5, "requests per second") },
    }),
    /alertname="MarketErrors"/u,
  ],
  [
    "a recording rule that never records anything",
    {
      ...market,
      recording: market.recording.map((group) => ({
        ...group,
        rules: group.rules.map((rule) =>
          rule.record === "market:http_requests:rate5m"
            ? { ...rule, expr: `${rule.expr} < 0` }
            : rule,
        ),
      })),
    },
    /absent\(market:http_requests:rate5m/u,
  ],
])(
  "names %s",
  async (_, changed, says) => {
    expect((await saidOf(changed)).join("\n")).toMatch(says);
  },
  LIMIT,
);
