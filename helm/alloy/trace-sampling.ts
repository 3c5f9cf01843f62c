import type { ServiceTraces } from "../../model/service-traces";
import { waitingTraces } from "../../model/tail-sampling";
import type { TailSampling, Waiting } from "../../model/tail-sampling";
import { samplingOf } from "../../model/trace-sampling";
import type { SampledTraces } from "../../model/trace-sampling";
import { GATEWAY_PORTS, everywhere } from "./gateway-ports";
import { block, component, reference } from "./syntax";
import type { Block, Component, Reference } from "./syntax";

/** A system, with how long its traces take. */
export interface SampledSystem {
  readonly key: string;
  readonly traces?: ServiceTraces;
}

/** What the sampling of traces needs. */
export interface SamplingParts {
  readonly systems: readonly SampledSystem[];
  readonly traces: SampledTraces;
  /** Replicas of the gateway. */
  readonly replicas: {
    /** Name that resolves to the addresses of them all. */
    readonly host: string;
    readonly count: number;
  };
  /** Where kept spans go. */
  readonly kept: Reference;
}

/** Components that sample, and where spans enter them. */
export interface Sampling {
  readonly components: readonly Component[];
  readonly inputs: readonly Reference[];
}

/**
 * Head: the application has sampled, and its spans pass. Tail: all spans of a trace must meet at
 * one replica, so each is forwarded to the replica of its trace ID and decided there, after the
 * longest duration of a trace of its system. Spans of a system take one of the two, never both.
 * @see https://grafana.com/docs/tempo/latest/configuration/grafana-alloy/tail-sampling/
 */
export function traceSampling(parts: SamplingParts): Sampling {
  const { traces, kept } = parts;
  const systems = parts.systems.map(({ key }) => key);
  const tail = waitingTraces(traces, parts.systems, parts.replicas.count);
  // Spans of undeclared systems follow the environment's setting.
  const others = traces.sampling;
  if (tail.length === 0) return { components: [], inputs: [kept] };

  const head = systems.filter(
    (system) => samplingOf(traces, system).kind === "head",
  );
  const tailSpans =
    others.kind === "tail"
      ? not(anyOf(head))
      : anyOf(
          tail.flatMap((waiting) =>
            waiting.systems.map(({ system }) => system),
          ),
        );
  const samplers = tail.map((waiting) => ({
    waiting,
    sampler: tailSampler(waiting, systems, kept),
  }));
  // With one wait for all systems, no split is needed.
  const sorting = samplers.flatMap(({ waiting, sampler }) =>
    samplers.length === 1
      ? []
      : [
          dropping(
            labelOf(waiting),
            not(spansOf(waiting, systems)),
            reference(sampler, "input"),
          ),
        ],
  );
  const sorted =
    sorting.length > 0 ? sorting : samplers.map(({ sampler }) => sampler);
  const received = component(
    "otelcol.receiver.otlp",
    "sorted",
    {},
    block("grpc", { endpoint: everywhere("otlp-traces") }),
    block("output", { traces: sorted.map((next) => reference(next, "input")) }),
  );
  const balanced = component(
    "otelcol.exporter.loadbalancing",
    "replicas",
    { routing_key: "traceID" },
    block(
      "resolver",
      {},
      block("dns", {
        hostname: parts.replicas.host,
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
    components: [
      ...passing,
      toTail,
      balanced,
      received,
      ...sorting,
      ...samplers.map(({ sampler }) => sampler),
    ],
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

/** `wait_30s`: it identifies a sampler, also in the sampler's own metrics. */
const labelOf = ({ wait }: Waiting): string => `wait_${wait.toString()}`;

/** A condition that holds for spans of the systems with the same wait. */
const spansOf = (
  { systems, others }: Waiting,
  declared: readonly string[],
): string =>
  [
    ...(systems.length === 0
      ? []
      : [anyOf(systems.map(({ system }) => system))]),
    ...(others === undefined ? [] : [not(anyOf(declared))]),
  ].join(" or ");

/** Spans of one system, or of all undeclared ones, and how they are sampled. */
interface Sampled {
  readonly name: string;
  readonly spans: string;
  readonly sampling: TailSampling;
}

/**
 * A trace is kept when one policy says so: errors, slow ones, and a share of the rest, for each
 * system.
 */
function tailSampler(
  waiting: Waiting,
  declared: readonly string[],
  kept: Reference,
): Component {
  const sampled: readonly Sampled[] = [
    ...waiting.systems.map(({ system, sampling }) => ({
      name: system,
      spans: anyOf([system]),
      sampling,
    })),
    ...(waiting.others === undefined
      ? []
      : [
          {
            name: "others",
            spans: not(anyOf(declared)),
            sampling: waiting.others,
          },
        ]),
  ];
  return component(
    "otelcol.processor.tail_sampling",
    labelOf(waiting),
    { decision_wait: waiting.wait.toString(), num_traces: waiting.held },
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
}

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
