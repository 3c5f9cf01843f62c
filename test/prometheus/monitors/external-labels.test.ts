import { checkMetrics } from "../../../model/checks/check-metrics";
import { open } from "../../../model/label-values";
import { gauge } from "../../../model/metric";
import type { MetricSource } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { wholeService } from "../../../model/whole-service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { monitors } from "../../../prometheus/monitors/monitors";
import { checkExpression } from "../../../query/promql/check-expression";
import { production } from "../../support/environments/production";
import { goodService } from "../../support/services";

const exposing = (label: string, source?: MetricSource): Service =>
  wholeService({
    ...goodService,
    metrics: {
      shop_search_nodes: gauge({
        help: "Nodes of the search, by its own clusters",
        labels: { [label]: open({ upTo: 3, examples: ["search"] }) },
        ...(source === undefined ? {} : { source }),
      }),
    },
  });

it("renames a label that Prometheus adds to what leaves it", () => {
  expect(monitors(exposing("exported_cluster"), production)).toMatchObject([
    {
      spec: {
        endpoints: [
          {
            metricRelabelings: [
              {
                sourceLabels: ["cluster"],
                regex: "(.+)",
                targetLabel: "exported_cluster",
              },
              { action: "labeldrop", regex: "cluster" },
            ],
          },
        ],
      },
    },
  ]);
});

it("renames nothing of a system that exposes none", () => {
  expect(
    JSON.stringify(monitors(exposing("region"), production)),
  ).not.toContain("metricRelabelings");
});

it("reads it by its new name", () => {
  const found = (expr: string): readonly string[] =>
    checkExpression(expr, {
      catalogue: buildCatalogue([exposing("exported_cluster")], []).of("shop"),
      system: "shop",
      namespace: "shop",
      readsAllSystems: false,
    }).map(({ message, next }) => `${message}; ${next}`);
  expect(
    found(
      'sum by (exported_cluster) (shop_search_nodes{exported_cluster="a"})',
    ),
  ).toEqual([]);
  expect(found('shop_search_nodes{cluster="a"}')).toEqual([
    'label "cluster" is added when data leaves Prometheus, so rules never see it; read exported_cluster, as scraping renames the metric\'s own label',
  ]);
});

it.each<[string, string, MetricSource | undefined, string]>([
  [
    "under the name that it is exposed by",
    "cluster",
    undefined,
    'label "cluster" is set by scraping or storage; if the application exposes it, declare it as exported_cluster: scraping renames it',
  ],
  [
    "where nothing renames it",
    "exported_environment",
    "push",
    'label "exported_environment" is renamed at the system\'s own targets only, got source "push"; declare its exporter as a target, or have it expose another name',
  ],
])("refuses it %s", (_, label, source, problem) => {
  expect(checkMetrics(exposing(label, source)).map(formatProblem)).toEqual([
    `services/shop metric "shop_search_nodes": ${problem}`,
  ]);
});
