import type { DeclaredMetric } from "../../../../cli/verify/contract/declared-metric";
import { metricDifferences } from "../../../../cli/verify/contract/metric-differences";
import type { SeriesLabels } from "../../../../cli/verify/series";
import { open, values } from "../../../../model/label-values";

const metric: DeclaredMetric = {
  name: "orders_total",
  type: "counter",
  path: 'services/shop metric "orders_total"',
  labels: {},
  targetLabels: new Set(["job", "instance"]),
  matchers: {},
};

const difference = (
  change: Partial<DeclaredMetric>,
  series: readonly SeriesLabels[],
  types: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] =>
  metricDifferences(
    { ...metric, ...change },
    { series, complete: true },
    new Map(Object.entries(types)),
  ).map(({ part, found }) => `${part}: ${found}`);

describe("the type", () => {
  it.each<
    [
      string,
      Pick<DeclaredMetric, "name" | "type">,
      Readonly<Record<string, readonly string[]>>,
      readonly string[],
    ]
  >([
    [
      "is that of the metadata",
      { name: "orders_total", type: "counter" },
      { orders_total: ["counter"] },
      [],
    ],
    [
      "differs",
      { name: "orders", type: "gauge" },
      { orders: ["counter"] },
      ["type: it is exposed as a counter"],
    ],
    [
      "differs at every target",
      { name: "orders", type: "histogram" },
      { orders: ["counter", "gauge"] },
      ["type: it is exposed as a counter and as a gauge"],
    ],
    [
      "is right at one target at least, which may be another system's",
      { name: "orders", type: "gauge" },
      { orders: ["counter", "gauge"] },
      [],
    ],
    [
      "is that of a counter in OpenMetrics",
      { name: "orders_total", type: "gauge" },
      { orders: ["counter"] },
      ["type: it is exposed as a counter"],
    ],
    [
      "is that of an info in OpenMetrics, which is a gauge",
      { name: "build_info", type: "gauge" },
      { build: ["info"] },
      [],
    ],
    [
      "is a summary's, whose quantiles are gauges",
      { name: "wait_seconds", type: "gauge" },
      { wait_seconds: ["summary"] },
      [],
    ],
    [
      "is a summary's, whose sums are counters",
      { name: "wait_seconds_sum", type: "gauge" },
      { wait_seconds: ["summary"] },
      ["type: it is exposed as a counter"],
    ],
    [
      "is unknown to the exposition",
      { name: "orders", type: "gauge" },
      { orders: ["unknown"] },
      [],
    ],
    ["is not given", { name: "orders", type: "gauge" }, {}, []],
  ])("%s", (_, declared, types, found) => {
    expect(difference(declared, [{}], types)).toEqual(found);
  });
});

describe("the number of series", () => {
  const bounded: Partial<DeclaredMetric> = {
    labels: { stall: open({ upTo: 2, examples: ["", "fish"] }) },
    seriesPerTarget: 2,
  };
  const of = (instance: string, ...stalls: readonly string[]) => [
    { job: "shop", instance },
    ...stalls.map((stall) => ({ job: "shop", instance, stall })),
  ];

  it("is counted for each target by itself", () => {
    expect(
      difference(bounded, [...of("a:1", "fish"), ...of("b:1", "fruit")]),
    ).toEqual([]);
  });

  it("is that of the target which has most", () => {
    expect(
      difference(bounded, [
        ...of("a:1", "fish"),
        ...of("b:1", "fish", "fruit"),
      ]),
    ).toEqual(["series: 3 series of the target shop b:1"]);
  });

  it("is not named where it follows from a label", () => {
    expect(difference(bounded, of("a:1", "fish", "fruit", "flowers"))).toEqual([
      'label "stall": 3 different values, among them "fish", "flowers", "fruit"',
    ]);
  });
});

describe("the buckets", () => {
  const histogram: Partial<DeclaredMetric> = {
    type: "histogram",
    buckets: [0.5, 1],
    labels: { route: values("a", "b") },
  };
  const buckets = (route: string, ...bounds: readonly string[]) =>
    bounds.map((le) => ({ route, le }));

  it("are the same numbers, however they are written", () => {
    expect(difference(histogram, buckets("a", "5e-01", "1.0", "+Inf"))).toEqual(
      [],
    );
  });

  it("are compared for each label set", () => {
    expect(
      difference(histogram, [
        ...buckets("a", "0.5", "1", "+Inf"),
        ...buckets("b", "1"),
      ]),
    ).toEqual(["buckets: 1 of 2 label sets lack the bounds 0.5, +Inf"]);
  });

  it("are not compared where the answer was cut", () => {
    expect(
      metricDifferences(
        { ...metric, ...histogram },
        { series: buckets("a", "1"), complete: false },
        new Map(),
      ),
    ).toEqual([]);
  });
});

describe("a label whose values nobody documents", () => {
  const undocumented: Partial<DeclaredMetric> = {
    labels: { err: "undocumented" },
  };

  it("is harmless where no series has it, since it may be empty", () => {
    expect(
      metricDifferences(
        { ...metric, ...undocumented },
        { series: [{}], complete: true },
        new Map(),
      ),
    ).toEqual([
      expect.objectContaining({ part: 'label "err"', harmless: true }),
    ]);
  });

  it("may be on some series only, with any value", () => {
    expect(difference(undocumented, [{}, { err: "x" }])).toEqual([]);
  });
});
