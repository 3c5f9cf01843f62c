import { production } from "../../support/organisation/environments";
import { days, minutes } from "../../../model/duration";
import { seriesOf } from "../../../prometheus/slo/slo-series";
import type {
  RecordingRuleText,
  Rule,
} from "../../../prometheus/rules/rule-group";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { market } from "../../support/organisation/services";
import { answers } from "../../support/slos";
import { provableService, provableSlos } from "../../support/provable";
import { goodService } from "../../support/services";

const rulesOf = (service = provableService): readonly Rule[] =>
  ruleGroups(service, production).slos.flatMap(({ rules }) => rules);
const recorded = (record: string, slo?: string): RecordingRuleText => {
  const found = rulesOf().find(
    (rule) =>
      "record" in rule &&
      rule.record === record &&
      (slo === undefined || rule.labels?.["slo"] === slo),
  );
  if (found === undefined || !("record" in found)) throw new Error(record);
  return found;
};

it.each([
  [
    "events of each country",
    "slo:bad_events:rate5m",
    "orders",
    `sum by (country) (sum by (country) (rate(shop_orders_total{status="failed"}[5m]))
  or slo:missing_events:rate5m{system="shop", slo="orders"}) >= 0
  or 0 * sum by (country) (slo:total_events:rate5m{system="shop", slo="orders"})`,
  ],
  [
    "moments",
    "slo:total_events:rate5m",
    "reachable-weekly",
    "sum(sum_over_time((max(shop_reachable) * 0 + 1)[5m:30s]) / 10) >= 0",
  ],
  [
    "what comes and what an outage keeps away",
    "slo:total_events:rate5m",
    "orders",
    `sum by (country) (sum by (country) (rate(shop_orders_total[5m]))
  or slo:missing_events:rate5m{system="shop", slo="orders"}) >= 0`,
  ],
  [
    "an outage",
    "slo:outage:bool",
    "orders",
    `max(probe_success{system="shop", probe="health"}) == bool 0
  or on () absent(up{system="shop", app!=""}) and on () last_over_time(slo:objective:ratio{system="shop", slo="orders"}[2m])
  or on () vector(0)`,
  ],
  [
    "how many events an outage keeps away",
    "slo:missing_events:rate5m",
    "orders",
    `sum by (country) (slo:total_events:rate1d{system="shop", slo="orders"} and count_over_time(slo:total_events:rate5m{system="shop", slo="orders"}[1h:10m]) >= 4)
  * clamp(
    1 - sum by (country) (sum by (country) (rate(shop_orders_total[5m])) or 0 * slo:total_events:rate1d{system="shop", slo="orders"}) / sum by (country) (slo:total_events:rate1d{system="shop", slo="orders"}),
    0,
    scalar(sum_over_time(slo:outage:bool{system="shop", slo="orders"}[5m])) / 5
  ) > 0`,
  ],
  [
    "zero tolerance",
    "slo:violated:bool",
    "no-leaks",
    'sum(sum(shop_findings{severity="critical"})) > bool 0',
  ],
  ["the budget", "slo:error_budget:ratio", "reachable", "vector(0.005)"],
])("records %s", (_, record, slo, expr) => {
  expect(recorded(record, slo)).toEqual({
    record,
    expr,
    labels: { system: "shop", slo },
  });
});

it("makes a window of tiles, the older ones with an arm for gaps", () => {
  expect(recorded("slo:bad_events:rate1h")).toEqual({
    record: "slo:bad_events:rate1h",
    expr: `sum without (tile) (
  label_replace(slo:bad_events:rate30m{system="shop"}, "tile", "0", "", "")
  or label_replace(slo:bad_events:rate30m{system="shop"} offset 30m or last_over_time(slo:bad_events:rate30m{system="shop"}[30m:5m] offset 30m), "tile", "1", "", "")
) / 2`,
    labels: { system: "shop" },
  });
  expect(recorded("slo:total_events:rate30m").expr).not.toContain(
    "last_over_time",
  );
});

it("distinguishes periods if a system has several", () => {
  expect(recorded("slo:sli_error:ratio_period").expr).toBe(
    `slo:bad_events:rate7d{system="shop", slo=~"quick|reachable-weekly|closed"}
  / (slo:total_events:rate7d{system="shop", slo=~"quick|reachable-weekly|closed"} > 0)
  or slo:bad_events:rate30d{system="shop", slo=~"orders|reachable|returns|liked"}
  / (slo:total_events:rate30d{system="shop", slo=~"orders|reachable|returns|liked"} > 0)`,
  );
});

it.each([
  [28, 28, "offset 27d"],
  [90, 30, "offset 87d"],
])("makes a period of %d days of %d tiles", (length, tiles, oldest) => {
  const service = {
    ...goodService,
    slos: [{ ...answers, period: days(length) }],
  };
  const rule = rulesOf(service).find(
    (each) =>
      "record" in each &&
      each.record === `slo:bad_events:rate${String(length)}d`,
  );
  expect(rule?.expr.match(/"tile"/g)).toHaveLength(tiles);
  expect(rule?.expr).toContain(`${oldest} or`);
  expect(rule?.expr).toContain(`) / ${String(tiles)}`);
});

/** A number of the country concerned, as Prometheus looks it up for the message. */
const looked = (query: string, written = 'printf "%.0f"'): string =>
  `{{ with printf "${query.replace("{}", '{system=\\"shop\\", slo=\\"orders\\", country=%q}')}" $labels.country | query }}{{ . | first | value | ${written} }}{{ else }}?{{ end }}`;

it("requires burn over both windows and enough bad events", () => {
  const rule = rulesOf().find(
    (each) => "alert" in each && each.labels["burn_tier"] === "1d",
  );
  expect(rule).toEqual({
    alert: "SloErrorBudgetBurnSlow",
    expr: `slo:sli_error:ratio_rate1d{system="shop", slo="orders"} > 0.003
  and slo:sli_error:ratio_rate2h{system="shop", slo="orders"} > 0.003
  and round(slo:bad_events:rate1d{system="shop", slo="orders"} * 86400) >= 5
  and round(slo:bad_events:rate2h{system="shop", slo="orders"} * 7200) >= 3
  and round(slo:total_events:rate1d{system="shop", slo="orders"} * 86400) >= 10`,
    for: "15m",
    labels: {
      system: "shop",
      priority: "P2",
      severity: "warning",
      team: "shop",
      condition: "slo-orders",
      slo: "orders",
      burn_tier: "1d",
    },
    annotations: {
      summary:
        "shop/orders, country {{ $labels.country }} burns its error budget more than 3 times too fast",
      description: `An order is taken. Not so for ${looked("round(slo:bad_events:rate1d{} * 86400)")} of ${looked("round(slo:total_events:rate1d{} * 86400)")} events in 1 day ({{ $value | humanizePercentage }}) and for ${looked("round(slo:bad_events:rate2h{} * 7200)")} of ${looked("round(slo:total_events:rate2h{} * 7200)")} in 2 hours. Up to 0.3 % is tolerated here: at that rate the error budget of 30 days lasts 10 days. Left of the budget: ${looked("slo:error_budget_remaining:ratio{}", "humanizePercentage")}.`,
      action:
        "Look at what changed when the burn rate rose; stop or revert it before looking for the cause.",
      runbook_url: `${production.urls.runbooks}/slo/error-budget-burn.md`,
      dashboard_url: "https://grafana.monitoring.example.com/d/shop-slos",
      response_time: "4h",
    },
  });
});

it("watches only the budget at low volume", () => {
  const own = rulesOf().filter((rule) => rule.labels?.["slo"] === "returns");
  expect(own.some((rule) => "alert" in rule)).toBe(false);
  expect(
    own.map((rule) => ("record" in rule ? rule.record : "")),
  ).not.toContain("slo:minimum_bad_events:count");
});

it("evaluates what SLOs read in their group and before them, and nothing else", () => {
  const { recording, slos } = ruleGroups(market, production);
  expect(recording).toEqual([]);
  expect(slos.map(({ name, interval }) => [name, interval])).toEqual([
    ["market-slos", "1m"],
  ]);
  const names = rulesOf(market).map((rule) =>
    "record" in rule ? rule.record : rule.alert,
  );
  expect(names.indexOf("market:http_errors:rate5m")).toBeLessThan(
    names.indexOf("slo:bad_events:rate5m"),
  );

  const slow = {
    ...market,
    recording: market.recording.map((group) => ({
      ...group,
      interval: minutes(2),
    })),
  };
  expect(ruleGroups(slow, production).recording).toHaveLength(
    market.recording.length,
  );
});

it("has no group without SLOs", () => {
  expect(ruleGroups(goodService, production).slos).toEqual([]);
});

it("records exactly the series that queries may read, with the labels of the rule", () => {
  const known = new Map<string, Set<string>>();
  for (const slo of provableSlos) {
    for (const { name, labels } of seriesOf(slo)) {
      known.set(name, new Set([...(known.get(name) ?? []), ...labels]));
    }
  }
  const records = rulesOf()
    .flatMap((rule) => ("record" in rule ? [rule] : []))
    .filter(({ record }) => record.startsWith("slo:"));
  expect(new Set(records.map(({ record }) => record))).toEqual(
    new Set(known.keys()),
  );
  for (const { record, labels } of records) {
    for (const label of Object.keys(labels ?? {})) {
      expect([...(known.get(record) ?? [])]).toContain(label);
    }
  }
});
