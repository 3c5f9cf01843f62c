import { samplingOf } from "../model/trace-sampling";
import type { SampledTraces, TraceSampling } from "../model/trace-sampling";
import { GATEWAY_PORTS, everywhere } from "./gateway-ports";
import { block, component, reference } from "./syntax";
import type { Block, Component, Reference } from "./syntax";

type TailSampling = Extract<TraceSampling, { readonly kind: "tail" }>;

/** What the sampling of traces needs. */
export interface SamplingParts {
  readonly systems: readonly string[];
  readonly traces: SampledTraces;
  /** Name that resolves to the addresses of all replicas of the gateway. */
  readonly replicas: string;
  /** Where kept spans go. */
  readonly kept: Reference;
}

/** Components that sample, and where spans enter them. */
export interface Sampling {
  readonly components: readonly Component[];
  readonly inputs: readonly Reference[];
}

/** How long the last span of a trace is waited for; longer than any request is allowed to take. */
const DECISION_WAIT = "30s";

/** Traces that are held at once: thirty seconds of some 1,600 a second, at a replica. */
const TRACES_HELD = 50_000;

/**
 * Head: the application has sampled, and its spans pass. Tail: all spans of a trace must meet at one replica, so each is sent on to the
 * replica that its trace ID belongs to, and decided there. Spans of a system pass one way or the other, never both.
 * @see https://grafana.com/docs/tempo/latest/configuration/grafana-alloy/tail-sampling/
 */
export function traceSampling(parts: SamplingParts): Sampling {
  const { systems, traces, kept } = parts;
  const named = systems.map((system) => ({
    system,
    sampling: samplingOf(traces, system),
  }));
  const tail = named.filter(
    (one): one is { system: string; sampling: TailSampling } =>
      one.sampling.kind === "tail",
  );
  const head = named.filter(({ sampling }) => sampling.kind === "head");
  // Spans of systems that nobody declares follow the environment.
  const others = traces.sampling;
  if (tail.length === 0 && others.kind === "head") {
    return { components: [], inputs: [kept] };
  }

  const tailSpans =
    others.kind === "tail"
      ? not(anyOf(head.map(({ system }) => system)))
      : anyOf(tail.map(({ system }) => system));
  const sampler = tailSampler(
    [
      ...tail.map(({ system, sampling }) => ({
        name: system,
        spans: anyOf([system]),
        sampling,
      })),
      ...(others.kind === "tail"
        ? [
            {
              name: "others",
              spans: not(anyOf(systems)),
              sampling: others,
            },
          ]
        : []),
    ],
    kept,
  );
  const received = component(
    "otelcol.receiver.otlp",
    "sorted",
    {},
    block("grpc", { endpoint: everywhere("otlp-traces") }),
    block("output", { traces: [reference(sampler, "input")] }),
  );
  const balanced = component(
    "otelcol.exporter.loadbalancing",
    "replicas",
    { routing_key: "traceID" },
    block(
      "resolver",
      {},
      block("dns", {
        hostname: parts.replicas,
        port: String(GATEWAY_PORTS["otlp-traces"].port),
      }),
    ),
    block(
      "protocol",
      {},
      block("otlp", {}, block("client", {}, block("tls", { insecure: true }))),
    ),
  );
  const toTail = dropping("tail", not(tailSpans), reference(balanced, "input"));
  const toHead = dropping("head", tailSpans, kept);
  const passing = others.kind === "head" || head.length > 0 ? [toHead] : [];
  return {
    components: [...passing, toTail, balanced, received, sampler],
    inputs: [...passing, toTail].map((filter) => reference(filter, "input")),
  };
}

/** A condition in OTTL that holds for spans of any of the systems. */
const anyOf = (systems: readonly string[]): string =>
  systems.length === 0
    ? "false"
    : systems
        .map((system) => `resource.attributes["system"] == "${system}"`)
        .join(" or ");

const not = (condition: string): string => `not (${condition})`;

/** Lets spans pass but those for which the condition holds. */
const dropping = (
  label: string,
  condition: string,
  next: Reference,
): Component =>
  component(
    "otelcol.processor.filter",
    label,
    { error_mode: "ignore" },
    block("traces", { span: [condition] }),
    block("output", { traces: [next] }),
  );

/** One rule of the sampler: spans of a system, and how they are sampled. */
interface Sampled {
  readonly name: string;
  readonly spans: string;
  readonly sampling: TailSampling;
}

/** A trace is kept when one policy says so: errors, slow ones, and a share of the rest, for each system. */
const tailSampler = (sampled: readonly Sampled[], kept: Reference): Component =>
  component(
    "otelcol.processor.tail_sampling",
    "traces",
    { decision_wait: DECISION_WAIT, num_traces: TRACES_HELD },
    ...sampled.flatMap(({ name, spans, sampling }) => [
      policy(`${name}-errors`, spans, "status_code", {
        status_codes: ["ERROR"],
      }),
      policy(`${name}-slow`, spans, "latency", {
        threshold_ms: sampling.slow.milliseconds,
      }),
      policy(`${name}-share`, spans, "probabilistic", {
        sampling_percentage: Number(
          (sampling.share.value * 100).toPrecision(12),
        ),
      }),
    ]),
    block("output", { traces: [kept] }),
  );

const policy = (
  name: string,
  spans: string,
  type: string,
  settings: Block["attributes"],
): Block =>
  block(
    "policy",
    { name, type: "and" },
    block(
      "and",
      {},
      block(
        "and_sub_policy",
        { name: `${name}-system`, type: "ottl_condition" },
        block("ottl_condition", { error_mode: "ignore", span: [spans] }),
      ),
      block(
        "and_sub_policy",
        { name: `${name}-rule`, type },
        block(type, settings),
      ),
    ),
  );
