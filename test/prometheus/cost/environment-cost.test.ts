import { gibibytes } from "../../../model/bytes";
import { days, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram, summary } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import type { Service, ServiceDeclaration } from "../../../model/service";
import {
  always,
  bySet,
  observed,
  perSecond,
} from "../../../model/typical/typical";
import { wholeService } from "../../../model/whole-service";
import { checkBudgets } from "../../../prometheus/cost/check-budgets";
import { environmentCost } from "../../../prometheus/cost/environment-cost";
import { metricsToken } from "../../../patterns/targets";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { operators } from "../../support/operators";

const declaration: ServiceDeclaration = {
  key: "shop",
  about: "Takes orders.",
  team: operators,
  targets: [
    {
      app: "shop",
      port: "http",
      containerPort: 80,
      expectedTargets: 3,
      interval: seconds(10),
      authentication: metricsToken("shop"),
    },
    {
      app: "shop-worker",
      port: "http",
      containerPort: 80,
      expectedTargets: 2,
      authentication: metricsToken("shop"),
    },
  ],
  metrics: {
    shop_orders_total: counter({
      help: "Orders",
      labels: {
        status: values("taken", "failed"),
        country: open({ upTo: 40, examples: ["ch", "de"] }),
      },
      // 2 countries × 1 status, at the 3 pods of one target.
      typical: bySet({ 'status="taken"': perSecond(5) }),
      exposedBy: ["shop"],
    }),
    shop_order_seconds: histogram({
      help: "Time of an order",
      buckets: [1, 2],
      typical: observed(perSecond(5), { p50: 0.5, p95: 1, p99: 2 }),
      exposedBy: ["shop"],
    }),
    shop_size: gauge({
      help: "Not said",
      labels: { size: values("s", "m", "l") },
      exposedBy: ["shop-worker"],
    }),
    shop_pushed: gauge({
      help: "Pushed",
      source: "push",
      typical: always(1),
    }),
  },
  recording: [
    {
      name: "orders",
      rules: [
        {
          record: "shop:orders:rate5m",
          expr: "sum by (country) (rate(shop_orders_total[5m]))",
        },
        {
          record: "shop:orders:rate5m_all",
          expr: "sum(shop:orders:rate5m)",
        },
      ],
    },
  ],
};

const of = (service: Service, environment: EnvironmentConfig = production) =>
  environmentCost([service], environment, []);
const [shop] = of(wholeService(declaration)).systems;
const line = (name: string) =>
  shop?.lines.find((each) => each.name === name) ?? fail(name);
const fail = (name: string): never => {
  throw new Error(`no line of ${name}`);
};

describe("a system", () => {
  it("has the label sets that exist, at each pod that exposes them", () => {
    const { samplesPerSecond, ...series } = line("shop_orders_total");
    expect(series).toEqual({
      name: "shop_orders_total",
      kind: "metric",
      atMost: 2 * 40 * 3,
      typical: 2 * 3,
    });
    expect(samplesPerSecond).toBeCloseTo((2 * 3) / 10);
  });

  it("has buckets, +Inf, sum and count of a histogram", () => {
    expect(line("shop_order_seconds")).toMatchObject({
      atMost: 5 * 3,
      typical: 5 * 3,
    });
  });

  it("says of a metric without typical values that they are unknown, and counts what is allowed", () => {
    expect(line("shop_size")).toEqual({
      name: "shop_size",
      kind: "metric",
      atMost: 3 * 2,
      typical: undefined,
      samplesPerSecond: (3 * 2) / 30,
    });
  });

  it("reads every series of a metric of which nothing typical is said", () => {
    const read = (name: string, expr: string) => {
      const [own] = of(
        wholeService({
          ...declaration,
          metrics: {
            job_seconds: summary({ help: "Jobs", quantiles: [0.5, 0.9] }),
            queue_seconds: histogram({ help: "Waits", buckets: [1, 2] }),
          },
          recording: [{ name: "jobs", rules: [{ record: name, expr }] }],
        }),
      ).systems;
      const found = own?.lines.find((each) => each.name === name);
      return [found?.typical, found?.atMost];
    };
    // At 5 pods each.
    expect(read("all:quantiles", "job_seconds * 1")).toEqual([10, 10]);
    expect(read("all:quantile", 'job_seconds{quantile="0.9"} * 1')).toEqual([
      5, 10,
    ]);
    expect(read("all:jobs", "job_seconds_count * 1")).toEqual([5, 5]);
    expect(read("all:buckets", 'queue_seconds_bucket{le="1.0"} * 1')).toEqual([
      5, 15,
    ]);
  });

  it("has a pushed metric once", () => {
    expect(line("shop_pushed")).toMatchObject({ atMost: 1, typical: 1 });
  });

  it("has five series of each scrape", () => {
    const { typical, samplesPerSecond } = line("up and scrape_…");
    expect(typical).toBe(5 * 5);
    expect(samplesPerSecond).toBeCloseTo((5 * 3) / 10 + (5 * 2) / 30);
  });

  it("records what its rules make of these, and reads what they select", () => {
    expect(line("shop:orders:rate5m")).toEqual({
      name: "shop:orders:rate5m",
      kind: "recorded",
      atMost: 40,
      typical: 2,
      samplesPerSecond: 2 / 60,
    });
    expect(line("shop:orders:rate5m_all")).toMatchObject({
      atMost: 1,
      typical: 1,
    });
    // 6 series with 30 samples in 5 minutes, and the 2 that are recorded, every minute.
    expect(shop?.samplesReadPerSecond).toBeCloseTo((6 * 30 + 2) / 60);
    expect(shop?.dearestRules[0]?.name).toBe("shop:orders:rate5m");
    expect(shop?.unknownReads).toEqual([]);
  });

  it("is the sum of its lines", () => {
    expect(shop).toMatchObject({
      typical: 6 + 15 + 6 + 1 + 25 + 2 + 1,
      atMost: 240 + 15 + 6 + 1 + 25 + 40 + 1,
    });
  });

  it("has the hosts that an environment lists instead of pods", () => {
    const [outside] = of(wholeService(declaration), {
      ...production,
      outsideTargets: [
        {
          system: "shop",
          target: "shop",
          addresses: ["shop.example.com:443"],
          reason: "a host",
        },
      ],
    }).systems;
    expect(
      outside?.lines.find(({ name }) => name === "shop_orders_total"),
    ).toMatchObject({ typical: 2 });
  });

  it("names series that its rules read and nothing declares", () => {
    const [reader] = of(
      wholeService({
        ...declaration,
        recording: [
          {
            name: "others",
            rules: [{ record: "shop:x:y", expr: "sum(kube_node_info)" }],
          },
        ],
      }),
    ).systems;
    expect(reader?.unknownReads).toEqual(["kube_node_info"]);
  });
});

describe("systems that read all", () => {
  it("read what the others record and how they are scraped", () => {
    const reader = wholeService({
      key: "reader",
      about: "Reads all.",
      team: operators,
      reads: "every-system",
      recording: [
        {
          name: "all",
          rules: [
            { record: "reader:orders:rate5m", expr: "shop:orders:rate5m" },
            { record: "reader:up:count", expr: "count by (system) (up)" },
          ],
        },
      ],
    });
    const { systems } = environmentCost(
      [reader, wholeService(declaration)],
      production,
      [],
    );
    expect(
      systems[0]?.lines
        .filter(({ kind }) => kind === "recorded")
        .map(({ name, typical }) => [name, typical]),
    ).toEqual([
      ["reader:orders:rate5m", 2],
      ["reader:up:count", 1],
    ]);
  });
});

describe("the cluster", () => {
  const series = (size?: { readonly nodes: number; readonly pods: number }) =>
    of(wholeService(declaration), {
      ...production,
      cluster: { ...production.cluster, ...(size && { size }) },
    }).cluster.find(({ name }) => name === "nodes")?.series ?? 0;

  it("grows with its nodes, and has ten where it does not say", () => {
    expect(series({ nodes: 20, pods: 1 })).toBe(2 * series());
  });
});

describe("stores", () => {
  const sending = wholeService({
    ...declaration,
    logs: { linesPerSecond: 1000 },
    traces: { kind: "sent", spansPerSecond: 1000 },
  });

  it("say what is unknown instead of nothing", () => {
    const { logs, traces } = of(wholeService(declaration));
    expect(logs).toMatchObject({ bytesPerDay: 0, unknown: ["shop"] });
    expect(traces).toMatchObject({ bytesPerDay: 0, unknown: ["shop"] });
  });

  it("keep two bytes of a sample for the retention", () => {
    const { metrics, samplesPerSecond } = of(sending);
    expect(metrics.bytesPerDay).toBeCloseTo(samplesPerSecond * 2 * 86_400);
    expect(metrics.kept).toBeCloseTo(metrics.bytesPerDay * 90);
  });

  it("keep lines of an average second: 300 bytes, in a bucket a fifth", () => {
    const { logs } = of(sending);
    const average = 13.8 / 24;
    expect(logs.unknown).toEqual([]);
    expect(logs.bytesPerDay).toBeCloseTo(1000 * 300 * average * 86_400);
    expect(logs.kept).toBeCloseTo((logs.bytesPerDay * 30) / 5);
    // Three copies on three pods, for two hours at five times the average.
    expect(logs.volume?.needed).toBeCloseTo(1000 * 300 * average * 5 * 7200);
  });

  it("keep the share of spans that is sampled, and a twentieth of all in staging", () => {
    const share = (environment: EnvironmentConfig): number =>
      of(sending, environment).traces.bytesPerDay;
    const whole = share({
      ...production,
      traces: {
        ...production.traces,
        sampling: { kind: "head", share: percent(100) },
      },
    });
    expect(whole).toBeCloseTo(1000 * 500 * (13.8 / 24) * 86_400);
    expect(share(production)).toBeCloseTo(whole / 10);
    expect(share(staging)).toBeCloseTo(whole / 20);
  });
});

describe("checkBudgets", () => {
  const problems = (
    service: ServiceDeclaration,
    environment: EnvironmentConfig,
  ): readonly string[] =>
    checkBudgets(environment, of(wholeService(service), environment)).map(
      formatProblem,
    );
  const prometheus = production.prometheus;

  it("finds nothing within the budgets", () => {
    expect(problems(declaration, production)).toEqual([]);
    expect(problems(declaration, staging)).toEqual([]);
  });

  it("names the dearest metrics of a system over its own budget", () => {
    expect(problems({ ...declaration, seriesBudget: 55 }, production)).toEqual([
      "services/shop seriesBudget: costs more series in production than one system may, got 56; allowed: at most 55; drop labels or buckets of the dearest (up and scrape_… 25, shop_order_seconds 15, shop_orders_total 6), or state seriesBudget",
    ]);
    expect(problems({ ...declaration, seriesBudget: 56 }, production)).toEqual(
      [],
    );
  });

  it("gives a system a tenth of the environment unless it states more", () => {
    const of560 = {
      ...production,
      prometheus: { ...prometheus, seriesBudget: 559 },
    };
    expect(problems(declaration, of560)).toEqual([
      "services/shop seriesBudget: costs more series in production than one system may, got 56; allowed: at most 55; drop labels or buckets of the dearest (up and scrape_… 25, shop_order_seconds 15, shop_orders_total 6), or state seriesBudget",
      expect.stringMatching(
        /^environments\/production prometheus\.seriesBudget: its systems and the cluster cost more series than a replica may have, got 158,056; allowed: at most 559; raise prometheus\.volume and prometheus\.resources, or drop series of the dearest \(shop 56\)$/,
      ),
    ]);
  });

  it("wants a volume that holds the retention", () => {
    const small = {
      ...production,
      prometheus: {
        ...prometheus,
        volume: { size: gibibytes(50) },
        retention: days(90),
        seriesBudget: 1_000_000,
      },
    };
    expect(problems(declaration, small)).toEqual([
      "environments/production prometheus.volume: is too small for the retention of 90d, got 50 GiB; allowed: 90 GiB or more; enlarge it, shorten prometheus.retention, or drop series",
    ]);
  });

  it("wants volumes for lines and spans, with what is declared of them alone", () => {
    const noisy: ServiceDeclaration = {
      ...declaration,
      logs: { linesPerSecond: 50_000 },
      traces: { kind: "sent", spansPerSecond: 50_000 },
    };
    expect(problems(noisy, staging)).toEqual([
      expect.stringMatching(
        /^environments\/staging logs\.volume: is too small for the retention of 30d, got 50 GiB; allowed: 209 GiB or more; enlarge it, or drop lines: dropped of a system's logs$/,
      ),
      expect.stringMatching(
        /^environments\/staging traces\.volume: is too small for the retention of 3d, got 20 GiB; allowed: 174 GiB or more; enlarge it, or keep a smaller share: traces\.sampling$/,
      ),
    ]);
  });
});
