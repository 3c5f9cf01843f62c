import { services } from "../support/organisation/services";
import { ENVIRONMENTS } from "../helm/chart-values";
import { storesOf } from "../support/releases";
import { renderedChart } from "../support/rendered-charts";
import {
  distributedLogs,
  kafkaTraces,
  monolithicTracesInBucket,
  productionWith,
} from "../support/scaled";
import { renderedEnvironment } from "./hardening-judgement";
import {
  hastyEndpoints,
  namespaceFaults,
  secretReaders,
  tokenHolders,
} from "./privileges-judgement";

/** What finds targets, pods, rules and dashboards in the cluster, or changes objects. */
const ASKS_THE_API_SERVER = [
  "alloy-gateway/alloy",
  "alloy-logs/alloy-logs",
  "grafana/grafana",
  "kps/kps-admission-create",
  "kps/kps-admission-patch",
  "kps/kps-kube-state-metrics",
  "kps/kps-operator",
  "kps/prometheus-kps-prometheus",
  "loki/loki",
];

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("what %s may do in its cluster", (_, environment) => {
  const { charts } = renderedEnvironment(environment, services);
  const objects = charts.flatMap((release) => release.objects);
  // Without rendered charts there is nothing, and it is printed.
  const rendered = (expected: readonly string[]): readonly string[] =>
    charts.length > 0 ? expected : [];

  it("holds a token only where something asks the API server", () => {
    expect(charts.flatMap(tokenHolders).sort()).toEqual(
      rendered(ASKS_THE_API_SERVER),
    );
  });

  it("reads Secrets only where it makes configurations of them", () => {
    expect(charts.flatMap(secretReaders)).toEqual(
      rendered(["kps/ClusterRole/kps-operator", "kps/Role/kps-admission"]),
    );
  });

  it("takes monitors and rules from declared namespaces, and finds those of the charts", () => {
    expect(namespaceFaults(objects)).toEqual([]);
  });

  it("scrapes nothing more often than its costs are worked out for", () => {
    expect(
      hastyEndpoints(objects, environment.prometheus.scrapeInterval.toString()),
    ).toEqual([]);
  });
});

it.each([
  [
    "logs in parts",
    productionWith({ logs: distributedLogs }),
    ["loki/loki-ruler"],
  ],
  ["traces over Kafka", productionWith({ traces: kafkaTraces }), ["loki/loki"]],
  [
    "traces of one process",
    productionWith({ traces: monolithicTracesInBucket }),
    ["loki/loki"],
  ],
] as const)("%s: a token for the rules' sidecar alone", (_, env, holders) => {
  const stores = storesOf(env, services).flatMap(({ name, chart, values }) => {
    const objects = renderedChart(name, chart, values);
    return objects === undefined ? [] : [{ release: name, objects }];
  });
  expect(stores.flatMap(tokenHolders)).toEqual(
    stores.length > 0 ? holders : [],
  );
});
