import { minutes } from "../../model/duration";
import { runbookUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { PROMETHEUS } from "../../model/signal-sources";
import { firstPathRules } from "./first-path-rules";
import type { SecondPathRule } from "./rule";
import { watchRules } from "./watch-rules";

/** What Grafana calls calculations on the results of queries. */
const EXPRESSION = "__expr__";
/** An instant query ignores it, but Grafana requires one: Prometheus's lookback. */
const LOOK_BACK = minutes(5);

/** A step of a rule: a query, or a calculation on its result. */
export interface RuleStep {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  /** The query model, as JSON. */
  readonly model: string;
}

/** A rule as Grafana's provider takes it. */
export interface GrafanaRule {
  readonly uid: string;
  readonly name: string;
  readonly for: string;
  /** Step that decides. */
  readonly condition: string;
  readonly noDataState: string;
  readonly execErrState: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly data: readonly RuleStep[];
}

/** Rules that are evaluated together. */
export interface GrafanaRuleGroup {
  readonly name: string;
  readonly intervalSeconds: number;
  readonly rules: readonly GrafanaRule[];
}

/** Every condition of the second path of an environment, and of the one that it watches. */
export const secondPathRules = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig | undefined,
  services: readonly Service[],
): readonly SecondPathRule[] => [
  ...firstPathRules(environment),
  ...(watched === undefined ? [] : watchRules(watched, services)),
];

/**
 * The conditions in the form that Grafana keeps.
 * @see https://registry.terraform.io/providers/grafana/grafana/latest/docs/resources/rule_group
 */
export const secondPathRuleGroup = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig | undefined,
  services: readonly Service[],
): GrafanaRuleGroup => ({
  name: "second-path",
  intervalSeconds: minutes(1).seconds,
  rules: secondPathRules(environment, watched, services).map((rule) =>
    grafanaRule(rule, environment),
  ),
});

const grafanaRule = (
  rule: SecondPathRule,
  environment: EnvironmentConfig,
): GrafanaRule => ({
  uid: rule.uid,
  name: rule.name,
  for: rule.for.toString(),
  condition: "B",
  noDataState: rule.withoutAnswer,
  execErrState: rule.withoutAnswer,
  labels: {
    severity: rule.severity,
    team: rule.team,
    environment: environment.name,
    ...(rule.watched === undefined ? {} : { watched: rule.watched }),
  },
  annotations: {
    summary: rule.summary,
    description: rule.description,
    runbook_url: runbookUrl(environment, rule.runbook),
  },
  data: [query(rule), threshold(rule)],
});

/**
 * The interval and number of points that Grafana adds itself are left out: with them the provider
 * would show a difference in every plan.
 */
const query = ({ expr }: SecondPathRule): RuleStep => ({
  refId: "A",
  datasourceUid: PROMETHEUS.uid,
  relativeTimeRange: { from: LOOK_BACK.seconds, to: 0 },
  model: JSON.stringify({
    refId: "A",
    datasource: PROMETHEUS,
    editorMode: "code",
    expr,
    instant: true,
    range: false,
  }),
});

const threshold = ({ fires }: SecondPathRule): RuleStep => ({
  refId: "B",
  datasourceUid: EXPRESSION,
  relativeTimeRange: { from: 0, to: 0 },
  model: JSON.stringify({
    refId: "B",
    datasource: { type: EXPRESSION, uid: EXPRESSION },
    type: "threshold",
    expression: "A",
    conditions: [
      {
        type: "query",
        evaluator: {
          type: fires.when === "below" ? "lt" : "gt",
          params: [fires.limit],
        },
        operator: { type: "and" },
        query: { params: ["B"] },
        reducer: { type: "last", params: [] },
      },
    ],
  }),
});
