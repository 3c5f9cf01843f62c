import { secondPathRules } from "../alertmanager/second-path/rule-group";
import { metricQueries } from "../model/dashboard";
import type { EnvironmentConfig } from "../model/environment";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import type { Rule } from "../prometheus/rules/rule-group";
import { ruleGroups } from "../prometheus/rules/rule-groups";
import { sloDefinitions } from "../prometheus/slo/slo-definitions";
import { namesRead } from "../query/promql/query-shape";
import { textQueries } from "../query/promql/text-queries";

/** Something that asks Prometheus for series. */
export interface SeriesReader {
  /** Its owner, as declared: `services/shop`. */
  readonly owner: string;
  /** The reader itself: `alert "SloErrorBudgetBurnFast" (slo "api-latency", burn_tier "6h")`. */
  readonly what: string;
  /** Names of the series, each once. */
  readonly reads: readonly string[];
}

/** Every rule that an environment evaluates for a service. */
export const rulesOf = (
  service: Service,
  environment: EnvironmentConfig,
): readonly Rule[] => {
  const { recording, slos, alerts } = ruleGroups(service, environment);
  return [...recording, ...slos, ...alerts].flatMap(({ rules }) => rules);
};

/** The rules of a service, generated ones too. */
export const ruleReaders = (
  service: Service,
  environment: EnvironmentConfig,
): readonly SeriesReader[] =>
  rulesOf(service, environment).map((rule) => ({
    owner: ownerOf(service),
    what: ruleText(rule),
    reads: readBy(rule),
  }));

/** Environments share the rules that record. */
const readBy = remembered((rule: Rule): readonly string[] => [
  ...new Set([
    ...namesRead(rule.expr),
    // A message that asks for a series that is not recorded here shows "?".
    ...("alert" in rule ? textQueries(rule.annotations) : []).flatMap(
      ({ expr }) => namesRead(expr),
    ),
  ]),
]);

/**
 * Readers besides rules, the same in every environment: dashboards, reports, and the queries
 * published for each SLO.
 * @param systems keys of the declared systems; a report's queries about others are skipped
 */
export const pageReaders = (
  service: Service,
  systems: ReadonlySet<string>,
): readonly SeriesReader[] => {
  const owner = ownerOf(service);
  return [
    ...service.dashboards.flatMap(({ uid, panels, variables = [] }) => [
      ...variables.flatMap((variable) =>
        variable.kind === "typed" || variable.kind === "log-label"
          ? []
          : [
              {
                owner,
                what: `dashboard "${uid}" variable "${variable.name}"`,
                reads: [variable.metric],
              },
            ],
      ),
      ...panels.map(({ title, queries }) => ({
        owner,
        what: `dashboard "${uid}" panel "${title}"`,
        reads: readByAll(metricQueries(queries)),
      })),
    ]),
    ...(service.reports ?? [])
      .filter(({ system }) => systems.has(system))
      .map(({ title, queries }) => ({
        owner,
        what: `report section "${title}"`,
        reads: readByAll(queries),
      })),
    ...sloDefinitions(service).slos.map(({ name, queries }) => ({
      owner,
      what: `definition of slo "${name}"`,
      reads: readByAll(
        Object.values(queries)
          .flatMap((query: string | Readonly<Record<string, string>>) =>
            typeof query === "string" ? [query] : Object.values(query),
          )
          .map((expr) => ({ expr })),
      ),
    })),
  ];
};

/** Rules that Grafana evaluates itself. */
export const secondPathReaders = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig | undefined,
  services: readonly Service[],
): readonly SeriesReader[] =>
  secondPathRules(environment, watched, services).map(({ name, expr }) => ({
    owner: "the second path",
    what: `alert "${name}"`,
    reads: namesRead(expr),
  }));

const ownerOf = ({ key }: Service): string => `services/${key}`;

/** Labels that distinguish rules of one name. */
const TELLING = ["slo", "burn_tier"];

function ruleText(rule: Rule): string {
  const name =
    "alert" in rule
      ? `alert "${rule.alert}"`
      : `recording rule "${rule.record}"`;
  const labels = TELLING.flatMap((label) => {
    const value = rule.labels?.[label];
    return value === undefined ? [] : [`${label} "${value}"`];
  });
  return labels.length === 0 ? name : `${name} (${labels.join(", ")})`;
}

const readByAll = (
  queries: readonly { readonly expr: string }[],
): readonly string[] => [
  ...new Set(queries.flatMap(({ expr }) => namesRead(expr))),
];
