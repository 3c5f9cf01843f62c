import { gatewayConfiguration } from "../../../helm/alloy/gateway-configuration";
import { traceSampling } from "../../../helm/alloy/trace-sampling";
import { component, reference } from "../../../helm/alloy/syntax";
import type { Block, Component, Expression } from "../../../helm/alloy/syntax";
import { minutes } from "../../../model/duration";
import { percent, ratio } from "../../../model/ratio";
import { sdkShare } from "../../../model/trace-sampling";
import type { SampledTraces } from "../../../model/trace-sampling";
import {
  CONFIGURATIONS,
  HEAD,
  PLAIN,
  SETTINGS,
  SPECIAL,
  TAIL,
} from "./pipelines";

const kept = reference(component("otelcol.processor.batch", "x"), "input");
const sample = (traces: SampledTraces, systems = ["shop", "bank"]) =>
  traceSampling({
    systems: systems.map((key) => ({ key })),
    traces,
    replicas: { host: "alloy-cluster", count: 3 },
    kept,
  });

const named = (
  { components }: { readonly components: readonly Component[] },
  name: string,
  label?: string,
): Component | undefined =>
  components.find(
    (one) => one.name === name && (label === undefined || one.label === label),
  );

const inside = (block: Block | undefined, ...names: readonly string[]) =>
  names.reduce<Block | undefined>(
    (outer, name) => outer?.blocks.find((inner) => inner.name === name),
    block,
  );

/** What a filter drops. */
const dropped = (filter: Component | undefined): Expression | undefined =>
  inside(filter, "traces")?.attributes["span"];

const IS_SHOP = 'resource.attributes["system"] == "shop"';
const IS_BANK = 'resource.attributes["system"] == "bank"';

it("passes spans on as they are where every application samples", () => {
  expect(sample({ sampling: HEAD })).toEqual({
    components: [],
    inputs: [kept],
  });
});

it("routes each span once: what the one filter drops, the other passes", () => {
  const one = sample({ sampling: HEAD, systems: { shop: TAIL } });
  expect(one.inputs.map(({ text }) => text)).toEqual([
    "otelcol.processor.filter.head.input",
    "otelcol.processor.filter.tail.input",
  ]);
  expect(dropped(named(one, "otelcol.processor.filter", "head"))).toEqual([
    IS_SHOP,
  ]);
  expect(dropped(named(one, "otelcol.processor.filter", "tail"))).toEqual([
    `not (${IS_SHOP})`,
  ]);
});

it("applies the environment's setting to undeclared systems", () => {
  const one = sample({ sampling: TAIL, systems: { bank: HEAD } });
  expect(dropped(named(one, "otelcol.processor.filter", "head"))).toEqual([
    `not (${IS_BANK})`,
  ]);
  expect(dropped(named(one, "otelcol.processor.filter", "tail"))).toEqual([
    `not (not (${IS_BANK}))`,
  ]);
  const policies = named(one, "otelcol.processor.tail_sampling")?.blocks.filter(
    ({ name }) => name === "policy",
  );
  expect(policies?.map(({ attributes }) => attributes["name"])).toEqual([
    "shop-errors",
    "shop-slow",
    "shop-share",
    "others-errors",
    "others-slow",
    "others-share",
  ]);
  expect(
    inside(policies?.[3], "and", "and_sub_policy", "ottl_condition")
      ?.attributes,
  ).toMatchObject({ span: [`not (${IS_SHOP} or ${IS_BANK})`] });
});

it("has no way for head sampling where no system has it", () => {
  expect(sample({ sampling: TAIL }).inputs.map(({ text }) => text)).toEqual([
    "otelcol.processor.filter.tail.input",
  ]);
});

it("keeps errors, what is slow, and a share of the rest, of that system only", () => {
  const one = sample({ sampling: HEAD, systems: { shop: TAIL } });
  const policies = named(one, "otelcol.processor.tail_sampling")?.blocks.filter(
    ({ name }) => name === "policy",
  );
  const rules = policies?.map((policy) => {
    const [system, rule] = inside(policy, "and")?.blocks ?? [];
    expect(policy.attributes["type"]).toBe("and");
    expect(inside(system, "ottl_condition")?.attributes["span"]).toEqual([
      IS_SHOP,
    ]);
    return [rule?.attributes["type"], rule?.blocks[0]?.attributes];
  });
  expect(rules).toEqual([
    ["status_code", { status_codes: ["ERROR"] }],
    ["latency", { threshold_ms: 2000 }],
    ["probabilistic", { sampling_percentage: 10 }],
  ]);
});

it("writes a share without the noise of binary fractions", () => {
  const one = sample({
    sampling: { ...TAIL, share: percent(0.7) },
  });
  expect(JSON.stringify(one.components)).toContain(
    '"sampling_percentage":0.7}',
  );
});

it("brings all spans of a trace to one replica, at a port where they are not sorted again", () => {
  const one = sample({ sampling: HEAD, systems: { shop: TAIL } });
  const balancer = named(one, "otelcol.exporter.loadbalancing");
  expect(balancer?.attributes).toEqual({ routing_key: "traceID" });
  expect(inside(balancer, "resolver", "dns")?.attributes).toEqual({
    hostname: "alloy-cluster",
    port: "4320",
  });
  const sorted = named(one, "otelcol.receiver.otlp", "sorted");
  expect(inside(sorted, "grpc")?.attributes).toEqual({
    endpoint: "0.0.0.0:4320",
  });
  expect(inside(sorted, "output")?.attributes).toEqual({
    traces: [
      {
        kind: "reference",
        text: "otelcol.processor.tail_sampling.wait_30s.input",
      },
    ],
  });
});

it("waits as long as the longest trace of a system, and holds no more traces than begin in that time", () => {
  const one = sample({ sampling: HEAD, systems: { shop: TAIL } });
  expect(named(one, "otelcol.processor.tail_sampling")?.attributes).toEqual({
    decision_wait: "30s",
    num_traces: 1500,
  });
});

it("has a sampler for each wait, and sorts spans between them after they met at one replica", () => {
  const { components } = traceSampling({
    systems: [
      { key: "shop" },
      { key: "bank", traces: { kind: "sent", longest: minutes(30) } },
    ],
    traces: {
      sampling: TAIL,
      systems: { bank: { ...TAIL, tracesPerSecond: 2 } },
    },
    replicas: { host: "alloy-cluster", count: 3 },
    kept,
  });
  const all = { components };
  expect(
    ["wait_30s", "wait_30m15s"].map((label) =>
      named(all, "otelcol.processor.tail_sampling", label),
    ),
  ).toMatchObject([
    { attributes: { decision_wait: "30s", num_traces: 1500 } },
    { attributes: { decision_wait: "30m15s", num_traces: 1815 } },
  ]);
  const names = (label: string) =>
    named(all, "otelcol.processor.tail_sampling", label)
      ?.blocks.filter(({ name }) => name === "policy")
      .map(({ attributes }) => attributes["name"]);
  expect(names("wait_30m15s")).toEqual([
    "bank-errors",
    "bank-slow",
    "bank-share",
  ]);
  expect(names("wait_30s")).toContain("others-share");
  expect(dropped(named(all, "otelcol.processor.filter", "wait_30s"))).toEqual([
    `not (${IS_SHOP} or not (${IS_SHOP} or ${IS_BANK}))`,
  ]);
  expect(
    dropped(named(all, "otelcol.processor.filter", "wait_30m15s")),
  ).toEqual([`not (${IS_BANK})`]);
  expect(
    inside(named(all, "otelcol.receiver.otlp", "sorted"), "output")?.attributes,
  ).toEqual({
    traces: ["wait_30s", "wait_30m15s"].map((label) => ({
      kind: "reference",
      text: `otelcol.processor.filter.${label}.input`,
    })),
  });
});

it("samples nothing in a gateway with head sampling alone", () => {
  const text = CONFIGURATIONS["the gateway with head sampling"];
  expect(text).not.toMatch(/tail_sampling|loadbalancing|processor\.filter/);
  expect(text).toContain("traces  = [otelcol.processor.batch.traces.input]");
});

it("has no rule for a system that sends no traces", () => {
  const text = gatewayConfiguration(
    [PLAIN, { ...SPECIAL, traces: { kind: "none", reason: "a test" } }],
    { ...SETTINGS, traces: { sampling: TAIL } },
  );
  expect(text).toContain('"shop-errors"');
  expect(text).not.toContain('"bank-errors"');
});

it("has applications send everything where the collector decides", () => {
  const traces = { sampling: HEAD, systems: { shop: TAIL } };
  expect(sdkShare(traces, "shop")).toEqual(ratio(1));
  expect(sdkShare(traces, "bank")).toEqual(percent(10));
});
