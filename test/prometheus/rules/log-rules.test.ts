import { parse } from "yaml";
import {
  environments,
  production,
} from "../../support/organisation/environments";
import { findEngine } from "../../../engines/find-engine";
import { count } from "../../../model/threshold";
import { alertRules } from "../../../prometheus/rules/alert-rules";
import { logRules } from "../../../prometheus/rules/log-rules";
import type {
  AlertRuleText,
  RuleGroup,
} from "../../../prometheus/rules/rule-group";
import { services } from "../../support/organisation/services";
import { describeWith } from "../../support/describe-with";
import { goodLogAlert, withLogAlert } from "../../support/log-alerts";
import {
  logRuleFiles,
  lokitoolFaults,
  repeatedFiles,
} from "./log-rules-judgement";

const rendered = (change = {}, environment = production) =>
  logRules(withLogAlert(change), environment);

const rulesIn = (text = ""): readonly AlertRuleText[] =>
  (parse(text) as { readonly groups: readonly RuleGroup[] }).groups.flatMap(
    ({ rules }) => rules.flatMap((rule) => ("alert" in rule ? [rule] : [])),
  );

it("is a ConfigMap that the sidecar of Loki's ruler finds, with a file named for the system", () => {
  const [object, ...others] = rendered();
  expect(others).toEqual([]);
  expect(object).toMatchObject({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: "shop-log-alerts",
      namespace: production.namespace,
      labels: { loki_rule: "1", "monitoring-stack/system": "shop" },
    },
  });
  // A folder of its own would be below that of the tenant, where the ruler does not look.
  expect(object?.metadata.annotations).toBeUndefined();
  expect(Object.keys(object?.data ?? {})).toEqual(["shop-log-alerts.yaml"]);
});

it("has the labels and annotations of an alert on metrics", () => {
  const service = withLogAlert();
  const [rule] = rulesIn(
    logRules(service, production)[0]?.data?.["shop-log-alerts.yaml"],
  );
  const [group] = alertRules(
    {
      ...service,
      alerts: [{ ...goodLogAlert, proof: { fires: [], quiet: [] } }],
    },
    production,
  );
  const [twin] = group?.rules ?? [];
  expect(rule).toEqual({
    ...twin,
    annotations: {
      ...(twin as AlertRuleText).annotations,
      value: '{{ $value | printf "%.4g" }}',
    },
  });
  expect(rule?.expr).toContain("> 5");
});

it("has the thresholds of the environment", () => {
  const environment = {
    ...production,
    thresholds: [
      {
        system: "shop",
        alert: goodLogAlert.name,
        threshold: "lines",
        value: count(7, "lines"),
        reason: "a test",
      },
    ],
  };
  expect(
    rulesIn(rendered({}, environment)[0]?.data?.["shop-log-alerts.yaml"])[0]
      ?.expr,
  ).toContain("> 7");
});

it("is absent without an alert on logs for the environment", () => {
  expect(logRules({ ...withLogAlert(), logAlerts: [] }, production)).toEqual(
    [],
  );
  expect(
    rendered({ only: { environments: ["staging"], reason: "a test" } }),
  ).toEqual([]);
});

it("gives each system a file name of its own: the sidecar puts them into one folder", () => {
  const files = logRuleFiles(services, production);
  expect(files.length).toBeGreaterThan(0);
  expect(repeatedFiles(files)).toEqual([]);
});

describeWith("lokitool", () => {
  let lokitool = "";
  beforeAll(
    async () => {
      lokitool = await findEngine("lokitool");
    },
    30 * 60 * 1000,
  );

  it.each(environments.map((environment) => [environment.name, environment]))(
    "is accepted by lokitool in %s",
    (_, environment) => {
      const files = logRuleFiles(services, environment);
      expect(files.length).toBeGreaterThan(0);
      expect(lokitoolFaults(lokitool, files)).toEqual([]);
    },
  );

  it("would be refused by lokitool with an invalid expression", () => {
    const files = Object.entries(
      rendered({ expr: 'sum(count_over({system="shop"} [5m])) > {lines}' })[0]
        ?.data ?? {},
    );
    expect(lokitoolFaults(lokitool, files)).toEqual([
      expect.stringContaining("parse error at line 1, col 5"),
    ]);
  });
});
