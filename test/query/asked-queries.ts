import { secondPathRules } from "../../alertmanager/second-path/rule-group";
import { filled } from "../../cli/verify/panel-query";
import { dashboardJson } from "../../dashboards/dashboard-json";
import { dataSources } from "../../dashboards/data-sources";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { allChartMetrics } from "../../helm/all-chart-metrics";
import { serviceUrls } from "../../helm/parts/service-urls";
import { reportDefinitions } from "../../kubernetes/reports/report-definitions";
import type { Dashboard, DashboardVariable } from "../../model/dashboard";
import { minutes, seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { exampleValues } from "../../model/label-values";
import type { Service } from "../../model/service";
import { watchedEnvironment } from "../../model/watched-environment";
import { buildCatalogue } from "../../prometheus/catalogue";
import { logRuleGroups } from "../../prometheus/rules/log-rules";
import type { RuleGroup } from "../../prometheus/rules/rule-group";
import { ruleGroups } from "../../prometheus/rules/rule-groups";
import type { SeriesCatalogue } from "../../query/promql/series-catalogue";

/** A query as a store is asked it, with everything filled in that Grafana fills in. */
export interface AskedQuery {
  /** Environment, and what asks: `staging: shop dashboard "shop" panel "Orders" query A`. */
  readonly path: string;
  readonly language: "promql" | "logql";
  readonly text: string;
}

/** What Grafana fills in for a page that shows six hours. */
const SHOWN = {
  range: 6 * 3_600_000,
  step: minutes(1).milliseconds,
  scrapeInterval: seconds(75).milliseconds,
};

/** What a reader types: an identifier of a trace, which is a word and a number. */
const TYPED = "4bf92f3577b34da6";

/**
 * Every query of metrics or logs that an environment asks: of its rules, of the panels, variables
 * and annotations of its dashboards, of the links of its data sources, of reports and of the second
 * path.
 */
export function askedQueries(
  services: readonly Service[],
  environment: EnvironmentConfig,
  environments: readonly EnvironmentConfig[],
): readonly AskedQuery[] {
  const catalogue = buildCatalogue(services, allChartMetrics);
  return [
    ...services.flatMap((service) => [
      ...ofRules(service, environment),
      ...withGeneratedDashboards(service).dashboards.flatMap((dashboard) =>
        ofDashboard(dashboard, service, environment, catalogue.of(service.key)),
      ),
    ]),
    ...ofDataSources(environment),
    ...ofReports(environment, services),
    ...secondPathRules(
      environment,
      watchedEnvironment(environment, environments),
      services,
    ).map(({ name, expr }) => metrics(`second path rule "${name}"`, expr)),
  ].map((query) => ({ ...query, path: `${environment.name}: ${query.path}` }));
}

const metrics = (path: string, text: string): AskedQuery => ({
  path,
  language: "promql",
  text,
});

function ofRules(
  service: Service,
  environment: EnvironmentConfig,
): readonly AskedQuery[] {
  const { recording, slos, alerts } = ruleGroups(service, environment);
  const asked =
    (language: AskedQuery["language"]) =>
    ({ name, rules }: RuleGroup): readonly AskedQuery[] =>
      rules.map((rule) => ({
        path: `${service.key} group "${name}" rule "${"alert" in rule ? rule.alert : rule.record}"`,
        language,
        text: rule.expr,
      }));
  return [
    ...[...recording, ...slos, ...alerts].flatMap(asked("promql")),
    ...logRuleGroups(service, environment).flatMap(asked("logql")),
  ];
}

/** What these tests read of a dashboard that was written as JSON. */
interface Written {
  readonly panels: readonly {
    readonly title: string;
    readonly targets?: readonly Target[];
  }[];
  readonly annotations: {
    readonly list: readonly {
      readonly name: string;
      readonly target?: Target;
    }[];
  };
  readonly templating: {
    readonly list: readonly {
      readonly name: string;
      readonly query:
        string | { readonly query: string } | { readonly stream: string };
    }[];
  };
}

interface Target {
  readonly refId: string;
  readonly datasource: { readonly type: string };
  readonly expr?: string;
  readonly serviceMapQuery?: readonly string[];
}

function ofDashboard(
  dashboard: Dashboard,
  service: Service,
  environment: EnvironmentConfig,
  catalogue: SeriesCatalogue,
): readonly AskedQuery[] {
  const at = `${service.key} dashboard "${dashboard.uid}"`;
  const { panels, annotations, templating } = JSON.parse(
    dashboardJson(dashboard, service, environment),
  ) as Written;
  const variables = dashboard.variables ?? [];
  const fillings = [
    { how: "", values: entries(variables, () => ".*") },
    {
      how: " with values chosen",
      values: entries(variables, (choice) => chosen(choice, catalogue)),
    },
  ].slice(0, variables.length === 0 ? 1 : 2);
  return [
    ...panels.flatMap(({ title, targets = [] }) =>
      targets.flatMap((target) =>
        fillings.flatMap(({ how, values }) =>
          ofTarget(
            `${at} panel "${title}" query ${target.refId}${how}`,
            target,
            values,
          ),
        ),
      ),
    ),
    ...annotations.list.flatMap(({ name, target }) =>
      target === undefined
        ? []
        : ofTarget(`${at} annotation "${name}"`, target, {}),
    ),
    ...templating.list.flatMap(({ name, query }) =>
      typeof query === "string"
        ? []
        : [variableQuery(`${at} variable "${name}"`, query)],
    ),
  ];
}

const variableQuery = (
  path: string,
  asked: { readonly query: string } | { readonly stream: string },
): AskedQuery =>
  "stream" in asked
    ? { path, language: "logql", text: asked.stream }
    : metrics(path, seriesAsked(asked.query));

const entries = (
  variables: readonly DashboardVariable[],
  value: (variable: DashboardVariable) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      variable.kind === "typed" ? TYPED : value(variable),
    ]),
  );

/**
 * What Grafana writes for several chosen values of a label.
 * @see
 *   https://github.com/grafana/grafana/blob/v12.3.0/packages/grafana-prometheus/src/escaping.ts
 */
function chosen(
  variable: DashboardVariable,
  catalogue: SeriesCatalogue,
): string {
  if (variable.kind === "typed") return TYPED;
  const known =
    variable.kind === "log-label"
      ? undefined
      : catalogue.get(variable.metric)?.labels.values?.get(variable.values);
  const values = known === undefined ? ["a.b", "c"] : exampleValues(known);
  return `(${values
    .map((value) =>
      value.replace(/\\/g, "\\\\\\\\").replace(/[$^*{}[\]+?.()|]/g, "\\\\$&"),
    )
    .join("|")})`;
}

/** `label_values(x{a="b"}, c)` asks Prometheus for the series of its first argument. */
function seriesAsked(definition: string): string {
  const [, series] = /^label_values\((.*), *\w+\)$/s.exec(definition) ?? [];
  if (series === undefined) throw new Error(`not understood: ${definition}`);
  return series;
}

function ofTarget(
  path: string,
  { datasource, expr, serviceMapQuery }: Target,
  variables: Readonly<Record<string, string>>,
): readonly AskedQuery[] {
  if (serviceMapQuery !== undefined) {
    return serviceMapQuery.map((selector) =>
      metrics(path, `traces_service_graph_request_total${selector}`),
    );
  }
  // TraceQL, which only Tempo reads.
  if (expr === undefined) return [];
  return [
    {
      path,
      language: datasource.type === "loki" ? "logql" : "promql",
      text: filled(expr, { ...SHOWN, variables }),
    },
  ];
}

/** What a span leads to. */
function ofDataSources(environment: EnvironmentConfig): readonly AskedQuery[] {
  const variables = { __tags: 'service="shop"' };
  return dataSources(environment, serviceUrls(environment)).flatMap(
    ({ uid, jsonData }): readonly AskedQuery[] => {
      const { tracesToMetrics, tracesToLogsV2 } = jsonData as {
        readonly tracesToMetrics?: {
          readonly queries: readonly {
            readonly name: string;
            readonly query: string;
          }[];
        };
        readonly tracesToLogsV2?: { readonly query: string };
      };
      const at = `data source "${uid}" link of a span to`;
      const fill = (text: string): string =>
        filled(text.replaceAll("${__span.traceId}", TYPED), {
          ...SHOWN,
          variables,
        });
      return [
        ...(tracesToMetrics?.queries ?? []).map(({ name, query }) =>
          metrics(`${at} "${name}"`, fill(query)),
        ),
        ...(tracesToLogsV2 === undefined
          ? []
          : [
              {
                path: `${at} logs`,
                language: "logql" as const,
                text: fill(tracesToLogsV2.query),
              },
            ]),
      ];
    },
  );
}

const ofReports = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly AskedQuery[] =>
  Object.entries(
    reportDefinitions(environment, services)?.reports ?? {},
  ).flatMap(([report, definition]) =>
    definition.kind === "file"
      ? []
      : definition.sections.flatMap(({ title, queries }) =>
          queries.map((query) =>
            metrics(
              `report "${report}" section "${title}" query "${query.title}"`,
              query.expr,
            ),
          ),
        ),
  );
