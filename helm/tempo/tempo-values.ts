import { assertNever } from "../../model/assert-never";
import type { EnvironmentConfig } from "../../model/environment";
import { measuresSpans } from "../../model/measured-spans";
import type { Service } from "../../model/service";
import type { Chart } from "../parts/chart";
import type { Values } from "../parts/values";
import { TEMPO, TEMPO_DISTRIBUTED, TEMPO_DISTRIBUTED_KAFKA } from "./chart";
import { distributedKafkaTraces } from "./distributed-kafka-traces";
import { distributedTraces } from "./distributed-traces";
import { lateness } from "./late-spans";
import { monolithicTraces } from "./monolithic-traces";

/**
 * The chart of an environment's trace store: one for the single process, and one of each major
 * version for parts.
 */
export function tempoChart({ traces }: EnvironmentConfig): Chart {
  switch (traces.kind) {
    case "monolithic":
      return TEMPO;
    case "distributed":
      return TEMPO_DISTRIBUTED;
    case "distributed-kafka":
      return TEMPO_DISTRIBUTED_KAFKA;
    default:
      return assertNever(traces);
  }
}

/**
 * Tempo as the environment runs it: it receives OTLP and generates span metrics and service graphs.
 * Where a system declares TraceQL metrics queries, it also keeps the blocks that answer them.
 */
export function tempoValues(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values {
  const { traces } = environment;
  const asked = {
    measured: services.some(measuresSpans),
    late: lateness(environment, services),
  };
  switch (traces.kind) {
    case "monolithic":
      return monolithicTraces(environment, traces, asked);
    case "distributed":
      return distributedTraces(environment, traces, asked);
    case "distributed-kafka":
      return distributedKafkaTraces(environment, traces, asked);
    default:
      return assertNever(traces);
  }
}
