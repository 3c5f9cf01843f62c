import { production } from "../../../config/environments/production";
import { networkFlows } from "../../../kubernetes/network/flows";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/declared";
import {
  kafkaTraces,
  mimir,
  productionWith,
  thanosWithQuery,
} from "../../support/scaled";
import { endsOf, pod } from "./ends";
import { isAllowed } from "./evaluate";
import type { End } from "./evaluate";

const one = (name: string): End => {
  const [end] = endsOf(name);
  if (end === undefined) throw new Error(`nobody is ${name}`);
  return end;
};
const inMimir = pod("mimir", { app: "gateway" });
const inThanos = pod("thanos", { app: "thanos-query" });
const inLogging = pod("logging", { app: "elasticsearch" });
const inKafka = pod("kafka", { app: "kafka" });

const withMimir = productionWith({ metrics: mimir });
const withThanosQuery = productionWith({ metrics: thanosWithQuery });
const withElasticsearch: EnvironmentConfig = {
  ...production,
  grafana: {
    ...production.grafana,
    elasticsearch: {
      url: "http://elasticsearch.logging.svc.cluster.local:9200",
      index: "logs-*",
    },
  },
};
const withKafka = productionWith({ traces: kafkaTraces });

const lets = (
  environment: EnvironmentConfig,
  from: End,
  to: End,
  port: number,
): boolean => isAllowed(networkPolicies(environment, services), from, to, port);

describe("what other stores bring is allowed with them, and refused without", () => {
  it.each<[string, EnvironmentConfig, End, End, number]>([
    ["Prometheus writes to Mimir", withMimir, one("prometheus"), inMimir, 8080],
    ["Grafana asks Mimir", withMimir, one("grafana"), inMimir, 8080],
    [
      "Grafana asks a Thanos Query",
      withThanosQuery,
      one("grafana"),
      inThanos,
      10902,
    ],
    [
      "the Thanos Query asks the sidecar",
      withThanosQuery,
      inThanos,
      one("prometheus"),
      10901,
    ],
    [
      "Grafana asks somebody's Elasticsearch",
      withElasticsearch,
      one("grafana"),
      inLogging,
      9200,
    ],
    ["Tempo writes to Kafka", withKafka, one("tempo"), inKafka, 9092],
  ])("%s", (_, environment, from, to, port) => {
    expect(lets(environment, from, to, port)).toBe(true);
    expect(lets(production, from, to, port)).toBe(false);
    expect(lets(environment, from, to, port + 1)).toBe(false);
  });
});

it("no pod that does not ask is let out to them", () => {
  expect(lets(withMimir, one("loki"), inMimir, 8080)).toBe(false);
  expect(lets(withThanosQuery, one("prometheus"), inThanos, 10902)).toBe(false);
  expect(lets(withKafka, one("prometheus"), inKafka, 9092)).toBe(false);
  expect(lets(withKafka, inKafka, one("tempo"), 3200)).toBe(false);
});

it("the port is that of the address where nothing is said of the pods", () => {
  const { kind, writeUrl, queryUrl, tenant } = mimir;
  const environment = productionWith({
    metrics: { kind, writeUrl, queryUrl, tenant },
  });
  expect(lets(environment, one("prometheus"), inMimir, 80)).toBe(true);
  expect(lets(environment, one("prometheus"), inMimir, 8080)).toBe(false);
});

it("an archive without readers adds only the flow to the bucket", () => {
  const { kind, objectStorage, lifecycle } = thanosWithQuery;
  const environment = productionWith({
    metrics: { kind, objectStorage, lifecycle },
  });
  expect(lets(environment, one("prometheus"), one("internet"), 443)).toBe(true);
  expect(lets(environment, one("grafana"), inThanos, 10902)).toBe(false);
  expect(lets(environment, inThanos, one("prometheus"), 10901)).toBe(false);
  const without = productionWith({
    metrics: { kind: "prometheus", withoutArchive: "a test" },
  });
  expect(lets(without, one("prometheus"), one("internet"), 443)).toBe(false);
});

it("stores outside of the cluster get a flow to their address", () => {
  const environment = productionWith({
    metrics: {
      ...mimir,
      writeUrl: "https://mimir.example.com/api/v1/push",
      queryUrl: "https://mimir.example.com/prometheus",
    },
  });
  const flows = networkFlows(environment, services)
    .filter(({ reason }) => /Mimir|older/.test(reason))
    .map(({ from, to, ports }) => [
      from.name,
      to.name,
      ports.map(({ port }) => port),
    ]);
  expect(flows).toEqual([
    ["prometheus", "internet", [443]],
    ["grafana", "internet", [443]],
  ]);
});
