import { open } from "../../model/label-values";
import { minutes, seconds } from "../../model/duration";
import { counter, gauge, histogram } from "../../model/metric";
import type { MetricContract } from "../../model/metric";
import type { RecordingRule } from "../../model/recording-rule";
import type { Service } from "../../model/service";
import { buildCatalogue } from "../../prometheus/catalogue";
import type { SeriesCatalogue } from "../../query/promql/series-catalogue";
import { goodService } from "../support/services";

const declared = { help: "A metric" };

const service = (
  key: string,
  metrics: MetricContract,
  rules: readonly RecordingRule[] = [],
): Service => ({
  ...goodService,
  key,
  metrics,
  recording: [
    {
      name: key,
      interval: minutes(1),
      rules,
    },
  ],
});

function labels(catalogue: SeriesCatalogue, name: string): string {
  const names = catalogue.get(name)?.labels.names ?? new Set();
  return names === "any" ? names : [...names].sort().join(" ");
}

describe("a metric", () => {
  const catalogue = buildCatalogue(
    [
      service("shop", {
        shop_orders_total: counter({
          ...declared,
          labels: { kind: open({ upTo: 2, examples: ["a"] }) },
        }),
        shop_wait_seconds: histogram({ ...declared, buckets: [0.5, 60] }),
        carts: gauge(declared),
        redis_up: gauge({ ...declared, source: "exporter" }),
        stock_last_success_timestamp_seconds: gauge({
          ...declared,
          source: "push",
        }),
      }),
    ],
    [
      {
        chart: "a",
        targetLabels: ["job"],
        metrics: [
          { name: "pods", type: "gauge", labels: ["namespace"] },
          { name: "nodes", type: "gauge", labels: ["node"] },
        ],
      },
      {
        chart: "b",
        targetLabels: ["job", "system"],
        metrics: [{ name: "queries_total", type: "counter", labels: [] }],
      },
    ],
  );

  it.each([
    [
      "shop_orders_total",
      "app container instance job kind namespace pod system",
    ],
    [
      "shop_wait_seconds_bucket",
      "app container instance job le namespace pod system",
    ],
    [
      "shop_wait_seconds_sum",
      "app container instance job namespace pod system",
    ],
    ["redis_up", "container instance job namespace pod system"],
    [
      "stock_last_success_timestamp_seconds",
      "container instance job namespace pod",
    ],
    ["pods", "job namespace"],
    ["queries_total", "job system"],
  ])("%s has the labels of its target too", (name, expected) => {
    expect(labels(catalogue, name)).toBe(expected);
  });

  it.each([
    ["of the system's own name", "shop_orders_total", []],
    ["of another name", "carts", ["system"]],
    ["of an exporter beside the service", "redis_up", ["system"]],
    [
      "that was pushed, which carries no system",
      "stock_last_success_timestamp_seconds",
      [],
    ],
    ["about the objects of a namespace", "pods", ["namespace"]],
    ["about the cluster", "nodes", []],
    ["of a chart for one system", "queries_total", ["system"]],
    ["that Prometheus makes", "up", ["system", "namespace"]],
  ])("%s has the label that identifies its owner", (_, name, owners) => {
    expect(catalogue.get(name)?.owners).toEqual(owners);
  });

  it("has no series of its own name if it is a histogram", () => {
    expect(catalogue.has("shop_wait_seconds")).toBe(false);
    expect(catalogue.get("shop_wait_seconds_bucket")?.bounds).toEqual([
      0.5, 60,
    ]);
  });

  it("keeps a prefix with a dash in the key", () => {
    const dashed = buildCatalogue(
      [service("web-shop", { web_shop_orders_total: counter(declared) })],
      [],
    );
    expect(dashed.get("web_shop_orders_total")?.owners).toEqual([]);
  });
});

describe("a name that two systems declare", () => {
  const catalogue = buildCatalogue(
    [
      service("shop", {
        requests_total: counter({
          ...declared,
          labels: { shelf: open({ upTo: 1, examples: ["a"] }) },
        }),
      }),
      service("store", {
        requests_total: counter({
          ...declared,
          labels: { floor: open({ upTo: 1, examples: ["a"] }) },
        }),
      }),
      service("other", {}),
    ],
    [],
  );

  it("has the labels of the querying system's declaration", () => {
    expect(labels(catalogue.of("shop"), "requests_total")).toBe(
      "app container instance job namespace pod shelf system",
    );
    expect(labels(catalogue.of("store"), "requests_total")).toBe(
      "app container floor instance job namespace pod system",
    );
  });

  it("has the labels of both for any other system", () => {
    expect(labels(catalogue.of("other"), "requests_total")).toBe(
      "app container floor instance job namespace pod shelf system",
    );
  });
});

describe("a recorded series", () => {
  const metrics = {
    shop_orders_total: counter({
      ...declared,
      labels: { kind: open({ upTo: 2, examples: ["a"] }) },
    }),
    shop_wait_seconds: histogram({ ...declared, buckets: [1, 2] }),
  };
  const catalogue = buildCatalogue(
    [
      service("shop", metrics, [
        // Before what it reads.
        { record: "shop:half:rate5m", expr: "shop:orders:rate5m / 2" },
        {
          record: "shop:orders:rate5m",
          expr: "sum by (kind) (rate(shop_orders_total[5m]))",
        },
        {
          record: "shop:wait_bucket:rate5m",
          expr: "sum by (le) (rate(shop_wait_seconds_bucket[5m]))",
        },
        {
          record: "shop:fast:rate5m",
          expr: 'sum(rate(shop_wait_seconds_bucket{le="1.0"}[5m]))',
        },
        {
          record: "pod:orders:rate5m",
          system: "from-series",
          expr: "sum by (namespace, pod) (rate(shop_orders_total[5m]))",
        },
        {
          record: "all:events:rate5m",
          expr: "sum(rate(shop_orders_total[5m]))",
        },
        { record: "shop:a:b", expr: "shop:b:a" },
        { record: "shop:b:a", expr: "shop:a:b" },
      ]),
      service("store", {}, [
        { record: "all:events:rate5m", expr: "vector(1)" },
      ]),
    ],
    [],
  );

  it("has the labels of its query, and the system that records it", () => {
    expect(labels(catalogue, "shop:orders:rate5m")).toBe("kind system");
    expect(labels(catalogue, "shop:half:rate5m")).toBe("kind system");
  });

  it("has no fixed system if it keeps that of the series", () => {
    expect(labels(catalogue, "pod:orders:rate5m")).toBe("namespace pod");
    expect(catalogue.get("pod:orders:rate5m")?.owners).toEqual(["namespace"]);
  });

  it("keeps the bounds of its buckets", () => {
    expect(catalogue.get("shop:wait_bucket:rate5m")?.bounds).toEqual([1, 2]);
    expect(catalogue.get("shop:fast:rate5m")?.bounds).toBeUndefined();
  });

  it("must be selected by system if two systems record it", () => {
    expect(catalogue.get("all:events:rate5m")?.owners).toEqual(["system"]);
    expect(catalogue.of("shop").get("all:events:rate5m")?.owners).toEqual([
      "system",
    ]);
  });

  it("is unknown if rules read each other", () => {
    expect(catalogue.has("shop:a:b")).toBe(false);
  });
});

it("has the longest scrape interval of its targets", () => {
  const [target] = goodService.targets;
  if (target === undefined) throw new Error("no target");
  const catalogue = buildCatalogue(
    [
      {
        ...goodService,
        targets: [target, { ...target, name: "slow", interval: seconds(60) }],
      },
    ],
    [],
  );
  expect(catalogue.get("shop_requests_total")?.interval).toBe(60);
});
