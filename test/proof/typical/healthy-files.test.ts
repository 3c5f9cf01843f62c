import { readsEverySystem } from "../../../model/service";
import { findEngine } from "../../../engines/find-engine";
import { count } from "../../../model/threshold";
import type { Alert } from "../../../model/alert";
import type { Service } from "../../../model/service";
import { perSecond } from "../../../model/typical/typical";
import {
  environments,
  production,
} from "../../support/organisation/environments";
import { market, services } from "../../support/organisation/services";
import { healthy } from "../proof-judgement";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const LIMIT = 10 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)(
  "%s of a synthetic organisation has no alert while its systems are healthy",
  async (_, environment) => {
    expect(await healthy(services, environment, { promtool })).toEqual({
      // Those that read every system are judged together.
      judged:
        services.filter((service) => !readsEverySystem(service)).length + 1,
      failures: "",
    });
  },
  LIMIT,
);

/** What is said of the market after a change. */
const failuresOf = async (changed: Service): Promise<string> => {
  const all = services.map((service) =>
    service.key === market.key ? changed : service,
  );
  const { failures } = await healthy(all, production, {
    promtool,
    of: [market.key],
  });
  return failures;
};

const withRule = (rule: Partial<Alert>): Service => ({
  ...market,
  alerts: market.alerts.map((alert) =>
    alert.name === "MarketErrors" ? { ...alert, ...rule } : alert,
  ),
});

it.each<[string, Service, string]>([
  [
    "an alert that is true in a healthy hour",
    withRule({
      expr: "market:http_requests:rate5m > {most}",
      thresholds: { most: count(10, "requests per second") },
    }),
    'alertname="MarketErrors"',
  ],
  [
    "a rule that fails",
    withRule({
      expr: 'label_replace(label_replace(up{system="market"}, "instance", "", "", ""), "pod", "", "", "") > 0',
      thresholds: {},
    }),
    "same labelset",
  ],
  [
    "an SLO that a healthy system misses",
    {
      ...market,
      metrics: {
        ...market.metrics,
        market_http_requests_total: {
          ...market.metrics["market_http_requests_total"],
          type: "counter",
          help: "HTTP requests answered",
          typical: {
            kind: "sets",
            sets: {
              'method="GET",status="200"': perSecond(39),
              'method="GET",status="500"': perSecond(0.2),
            },
          },
        },
      },
    },
    'slo="availability"',
  ],
])(
  "names %s",
  async (_, changed, said) => {
    const failures = await failuresOf(changed);
    expect(failures).toContain(said);
    expect(failures).toContain(
      "state in the contract of market what it shows while it is healthy, or mend the rule",
    );
  },
  LIMIT,
);
