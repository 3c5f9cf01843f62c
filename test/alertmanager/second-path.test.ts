import { contactPointsFile } from "../../alertmanager/second-path/grafana-contact-points";
import { notificationPolicy } from "../../alertmanager/second-path/notification-policy";
import {
  secondPathRuleGroup,
  secondPathRules,
} from "../../alertmanager/second-path/rule-group";
import { listRunbooks } from "../../checks/list-runbooks";
import { environments } from "../../config/environments";
import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import { dataSources } from "../../dashboards/data-sources";
import { allChartMetrics } from "../../helm/all-chart-metrics";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { serviceUrls } from "../../helm/parts/service-urls";
import { repeated } from "../../model/checks/names";
import { watchedEnvironment } from "../../model/watched-environment";
import { buildCatalogue } from "../../prometheus/catalogue";
import { checkExpression } from "../../query/promql/check-expression";
import { services } from "../support/declared";

const catalogue = buildCatalogue(services, allChartMetrics);

const findings = (expr: string): readonly string[] =>
  checkExpression(expr, {
    catalogue,
    system: "platform",
    namespace: "monitoring",
    readsAllSystems: true,
  }).map(({ message }) => `${expr}: ${message}`);

describe.each(
  environments.map((environment) => [environment.name, environment]),
)("%s", (_, environment) => {
  const watched = watchedEnvironment(environment, environments);
  if (watched === undefined) throw new Error("it watches none");
  const rules = secondPathRules(environment, watched, services);
  const group = secondPathRuleGroup(environment, watched, services);

  it("queries only existing series", () => {
    expect(rules.length).toBeGreaterThan(8);
    expect(rules.flatMap(({ expr }) => findings(expr))).toEqual([]);
  });

  it("has names and uids that Grafana takes, each once", () => {
    expect(repeated(rules.map(({ name }) => name))).toEqual([]);
    expect(repeated(rules.map(({ uid }) => uid))).toEqual([]);
    expect(
      rules
        .map(({ uid }) => uid)
        .filter((uid) => !/^[a-z0-9-]{1,40}$/.test(uid)),
    ).toEqual([]);
  });

  it("links to a heading of a page", () => {
    const known = listRunbooks("docs/runbooks");
    expect(
      rules.map(({ runbook }) => runbook).filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it("is about the Alertmanager that is installed", () => {
    const job = `${KUBE_PROMETHEUS_STACK.release}-alertmanager`;
    const jobs = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/\bjob="([^"]*)"/g)].map(([, name]) => name),
    );
    expect(jobs.length).toBeGreaterThan(1);
    expect(new Set(jobs)).toEqual(new Set([job]));
  });

  it("reports once that Prometheus does not answer", () => {
    expect(
      group.rules
        .filter(
          ({ noDataState, execErrState }) =>
            noDataState !== "OK" || execErrState !== "OK",
        )
        .map(({ name, noDataState, execErrState }) => [
          name,
          noDataState,
          execErrState,
        ]),
    ).toEqual([["PrometheusUnreachable", "Alerting", "Alerting"]]);
  });

  it("reads a data source that there is, and what it has calculated itself", () => {
    const known = dataSources(environment, serviceUrls(environment)).map(
      ({ uid }) => uid,
    );
    for (const { data, condition } of group.rules) {
      expect(
        data.map(({ refId, datasourceUid }) => [refId, datasourceUid]),
      ).toEqual([
        ["A", "prometheus"],
        ["B", "__expr__"],
      ]);
      expect(condition).toBe("B");
    }
    expect(known).toContain("prometheus");
  });

  it("routes to contact points that there are", () => {
    const known = contactPointsFile(environment).contactPoints.map(
      ({ name }) => name,
    );
    const { contactPoint, policy } = notificationPolicy(environment);
    expect([
      contactPoint,
      ...policy.map((nested) => nested.contactPoint),
    ]).toEqual(known);
  });

  it("routes alerts about the watched environment to its own contact point, and everything else to the environment's", () => {
    const { policy } = notificationPolicy(environment);
    expect(policy.map(({ matcher }) => matcher)).toEqual([
      [{ label: "watched", match: "=", value: watched.name }],
    ]);
    const elsewhere = group.rules.filter(
      ({ labels }) => labels["watched"] === watched.name,
    );
    expect(
      elsewhere.every(({ name }) =>
        name.startsWith(`PeerUnreachable ${watched.name} `),
      ),
    ).toBe(true);
    expect(
      group.rules
        .filter((rule) => !elsewhere.includes(rule))
        .map(({ name }) => name),
    ).toEqual([
      "PrometheusUnreachable",
      "AlertmanagerDown",
      "NotificationsFailing",
      "WatchdogMissing",
      "AlertmanagerHoldsNoAlert",
      "PeerNotWatched",
    ]);
  });
});

it("finds a query of an unknown metric", () => {
  expect(findings("count(upp)")).toEqual(['count(upp): unknown metric "upp"']);
  expect(findings('count(probe_success{wached="production"})')).toHaveLength(1);
});

it("has a rule for each part of production and for its public addresses", () => {
  const names = secondPathRules(staging, production, services).map(
    ({ name }) => name,
  );
  expect(names.filter((name) => name.startsWith("PeerUnreachable"))).toEqual([
    "PeerUnreachable production grafana",
    "PeerUnreachable production prometheus",
    "PeerUnreachable production alertmanager",
    ...services
      .filter(({ publicHealth }) => publicHealth.kind === "url")
      .map(({ key }) => `PeerUnreachable production ${key}`),
  ]);
});

it("renders a rule as Grafana keeps it", () => {
  const rule = secondPathRuleGroup(production, staging, services).rules.find(
    ({ name }) => name === "AlertmanagerDown",
  );
  expect({
    ...rule,
    data: rule?.data.map((step) => ({
      ...step,
      model: JSON.parse(step.model) as unknown,
    })),
  }).toEqual({
    uid: "second-path-alertmanager",
    name: "AlertmanagerDown",
    for: "5m",
    condition: "B",
    noDataState: "OK",
    execErrState: "OK",
    labels: {
      severity: "critical",
      team: "platform",
      environment: "production",
    },
    annotations: {
      summary: "Fewer than 3 Alertmanagers answer",
      description:
        "{{ $values.A.Value }} answer. Without any, no alert is delivered by the first path.",
      runbook_url:
        "https://github.com/example/monitoring-stack/blob/main/docs/runbooks/platform/second-path.md#alertmanagerdown",
    },
    data: [
      {
        refId: "A",
        datasourceUid: "prometheus",
        relativeTimeRange: { from: 300, to: 0 },
        model: {
          refId: "A",
          datasource: { type: "prometheus", uid: "prometheus" },
          editorMode: "code",
          expr: 'count(up{job="kps-alertmanager", namespace="monitoring", container="alertmanager"} == 1) or vector(0)',
          instant: true,
          range: false,
        },
      },
      {
        refId: "B",
        datasourceUid: "__expr__",
        relativeTimeRange: { from: 0, to: 0 },
        model: {
          refId: "B",
          datasource: { type: "__expr__", uid: "__expr__" },
          type: "threshold",
          expression: "A",
          conditions: [
            {
              type: "query",
              evaluator: { type: "lt", params: [3] },
              operator: { type: "and" },
              query: { params: ["B"] },
              reducer: { type: "last", params: [] },
            },
          ],
        },
      },
    ],
  });
});
