import { production, staging } from "../../support/organisation/environments";
import type { EnvironmentConfig } from "../../../model/environment";
import { measuresSpans } from "../../../model/measured-spans";
import { services } from "../../support/organisation/services";
import { productionWith } from "../../support/scaled";
import { goodService } from "../../support/services";
import { measuringByText } from "./measured-spans-judgement";
import { at, IN_PARTS, kafka, unmeasured } from "./rendered-tempo";

describe("where queries measure spans", () => {
  const FORMS: readonly (readonly [
    string,
    EnvironmentConfig,
    readonly string[],
    readonly string[],
  ])[] = [
    [
      "in one process",
      staging,
      ["tempo", "overrides"],
      ["tempo", "metricsGenerator", "processor"],
    ],
    [
      "in parts",
      production,
      ["overrides"],
      ["metricsGenerator", "config", "processor"],
    ],
  ];

  it("is known by the units of saved queries and the pictures of panels", () => {
    const plain = { ...goodService, traceQueries: [] };
    const query = { id: "a", title: "a", description: "b", expr: "c" };
    expect(measuresSpans(plain)).toBe(false);
    expect(measuresSpans({ ...plain, traceQueries: [query] })).toBe(false);
    expect(
      measuresSpans({ ...plain, traceQueries: [{ ...query, unit: "s" }] }),
    ).toBe(true);
    const drawn = (kind: "traces" | "timeseries") =>
      plain.dashboards.map((dashboard) => ({
        ...dashboard,
        panels: dashboard.panels.map((panel) => ({
          ...panel,
          visualisation: { kind },
          queries: [{ kind: "traceql" as const, expr: "{} | rate()" }],
        })),
      }));
    expect(measuresSpans({ dashboards: drawn("traces") })).toBe(false);
    expect(measuresSpans({ dashboards: drawn("timeseries") })).toBe(true);
  });

  it("is so of every system with a query whose text measures", () => {
    expect(measuringByText(services)).toEqual(["kiosk"]);
    expect(services.filter(measuresSpans).map(({ key }) => key)).toEqual(
      measuringByText(services),
    );
  });

  it.each(FORMS)(
    "%s, the generator keeps blocks of all spans, for longer than it runs",
    (_, environment, overrides, settings) => {
      expect(at(environment, ...overrides, "defaults")).toMatchObject({
        metrics_generator: {
          processors: ["service-graphs", "span-metrics", "local-blocks"],
        },
      });
      expect(at(environment, ...settings, "local_blocks")).toEqual({
        filter_server_spans: false,
        flush_to_storage: true,
      });
      expect(at(environment, ...settings, "span_metrics")).toEqual({
        dimensions: ["system"],
      });
      expect(
        unmeasured(environment, ...settings, "local_blocks"),
      ).toBeUndefined();
    },
  );

  it("over Kafka, nothing is added, since Tempo 3 knows no such blocks and would not start", () => {
    expect(at(kafka, "overrides")).toEqual(unmeasured(kafka, "overrides"));
    expect(at(kafka, "metricsGenerator")).toEqual(
      unmeasured(kafka, "metricsGenerator"),
    );
  });

  it("lets a query be about more than the six hours that a dashboard shows", () => {
    const limits = { metrics: { max_duration: "24h" } };
    expect(at(staging, "tempo", "queryFrontend")).toEqual(limits);
    expect(unmeasured(staging, "tempo", "queryFrontend")).toBeUndefined();
    for (const [, environment] of IN_PARTS) {
      expect(at(environment, "queryFrontend", "config")).toEqual(limits);
      expect(
        unmeasured(environment, "queryFrontend", "config"),
      ).toBeUndefined();
    }
  });

  it("gives a generator in parts a disk with an end", () => {
    expect(at(production, "metricsGenerator", "walEmptyDir")).toEqual({
      sizeLimit: "16Gi",
    });
    expect(
      unmeasured(production, "metricsGenerator", "walEmptyDir"),
    ).toBeUndefined();
  });
});

describe("where traces wait to be sampled", () => {
  const slack = { ingestion_time_range_slack: "31m15s" };

  it("takes the market's spans half an hour late, in metrics and in what a search by time reads", () => {
    expect(at(production, "overrides", "defaults")).toMatchObject({
      metrics_generator: slack,
    });
    expect(at(production, "tempo", "structuredConfig")).toEqual({
      storage: { trace: { wal: slack } },
      metrics_generator: { traces_storage: slack },
    });
  });

  it("leaves Tempo as it is where none does", () => {
    const without = productionWith({
      traces: { ...production.traces, systems: {} },
    });
    for (const values of [
      at(staging, "tempo", "overrides"),
      at(without, "overrides"),
      at(without, "tempo"),
    ]) {
      expect(JSON.stringify(values)).not.toContain("slack");
    }
  });
});
