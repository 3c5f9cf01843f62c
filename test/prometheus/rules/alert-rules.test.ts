import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { minutes } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { percent } from "../../../model/ratio";
import { alertRules } from "../../../prometheus/rules/alert-rules";
import { recordingRules } from "../../../prometheus/rules/recording-rules";
import { prometheusRules } from "../../../prometheus/rules/prometheus-rules";
import { goodService, withAlert } from "../../support/services";

const ruleOf = (
  change: Parameters<typeof withAlert>[0],
  environment = production,
) => alertRules(withAlert(change), environment)[0]?.rules[0];

it("gives an alert every label for routing and every annotation", () => {
  expect(alertRules(goodService, production)).toEqual([
    {
      name: "shop-alerts",
      interval: "1m",
      rules: [
        {
          alert: "ShopErrors",
          expr: 'shop:errors:ratio_rate5m > 0.05 and on () sum(increase(shop_requests_total{status="500"}[5m])) >= 4.5',
          for: "5m",
          labels: {
            system: "shop",
            priority: "P1",
            severity: "critical",
            team: "shop",
            condition: "ShopErrors",
          },
          annotations: {
            summary: "Shop fails",
            description: "Shop fails",
            runbook_url:
              "https://github.com/example/monitoring-stack/blob/main/docs/runbooks/shop/errors.md",
            dashboard_url: "https://grafana.monitoring.example.com/d/shop",
            response_time: "1h",
          },
        },
      ],
    },
  ]);
});

it("keeps the system of the series if declared so", () => {
  expect(ruleOf({ system: { kind: "from-series" } })).not.toHaveProperty(
    "labels.system",
  );
});

it("states no response time if it depends on the system", () => {
  const anySystem = { system: { kind: "from-series" } } as const;
  expect(ruleOf(anySystem)).not.toHaveProperty("annotations.response_time");
  expect(
    ruleOf({ ...anySystem, path: { name: "loud", ...PRIORITY_MATRIX.P0 } }),
  ).toHaveProperty("annotations.response_time", "15m");
});

it("puts the anchor after the page", () => {
  expect(ruleOf({ runbook: "shop/errors#shoperrors" })).toHaveProperty(
    "annotations.runbook_url",
    expect.stringMatching(/\/shop\/errors\.md#shoperrors$/),
  );
});

it("writes keep_firing_for only if declared", () => {
  expect(ruleOf({ keepFiringFor: minutes(10) })).toHaveProperty(
    "keep_firing_for",
    "10m",
  );
  expect(ruleOf({})).not.toHaveProperty("keep_firing_for");
});

it("uses the threshold of an environment that overrides it", () => {
  const environment = {
    ...staging,
    thresholds: [
      {
        system: "shop",
        alert: "ShopErrors",
        threshold: "errorRatio",
        value: percent(20),
        reason: "a test",
      },
    ],
  };
  expect(ruleOf({}, environment)).toHaveProperty(
    "expr",
    'shop:errors:ratio_rate5m > 0.2 and on () sum(increase(shop_requests_total{status="500"}[5m])) >= 4.5',
  );
});

it("omits alerts of other environments", () => {
  const service = withAlert({
    only: { environments: ["production"], reason: "a test" },
  });
  expect(alertRules(service, staging)).toEqual([]);
  expect(alertRules(service, production)).toHaveLength(1);
});

it("labels recorded series with their system, unless they keep their own", () => {
  const [group] = goodService.recording;
  if (group === undefined) throw new Error("the good service records");
  const [rule] = group.rules;
  if (rule === undefined) throw new Error("the good service records");
  const service = {
    ...goodService,
    recording: [
      {
        ...group,
        rules: [
          rule,
          { ...rule, record: "shop:x:y", system: "from-series" as const },
        ],
      },
    ],
  };
  expect(
    service.recording.flatMap((declared) =>
      recordingRules(service.key, declared),
    ),
  ).toEqual([
    { record: rule.record, expr: rule.expr, labels: { system: "shop" } },
    { record: "shop:x:y", expr: rule.expr },
  ]);
});

it("makes one object per kind of rule, and none for an empty kind", () => {
  const names = (service: typeof goodService): readonly string[] =>
    prometheusRules(service, production).map(({ metadata }) => metadata.name);
  expect(names(goodService)).toEqual(["shop-recording", "shop-alerts"]);
  expect(names({ ...goodService, recording: [] })).toEqual(["shop-alerts"]);
});
