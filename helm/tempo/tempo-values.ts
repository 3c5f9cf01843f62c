import { assertNever } from "../../model/assert-never";
import type { EnvironmentConfig } from "../../model/environment";
import { measuresSpans } from "../../model/measured-spans";
import type { Service } from "../../model/service";
import { CHARTS } from "../chart-versions";
import type { Chart } from "../chart-versions";
import { distributedKafkaTraces } from "./distributed-kafka-traces";
import { distributedTraces } from "./distributed-traces";
import { lateness } from "./late-spans";
import { monolithicTraces } from "./monolithic-traces";
import type { Values } from "../parts/values";

/** The chart of an environment's trace store: one for the single process, and one of each major version for parts. */
export function tempoChart({ traces }: EnvironmentConfig): Chart {
  switch (traces.kind) {
    case "monolithic":
      return CHARTS.tempo;
    case "distributed":
      return CHARTS.tempoDistributed;
    case "distributed-kafka":
      return CHARTS.tempoDistributedKafka;
    default:
      return assertNever(traces);
  }
}

/**
 * Tempo as the environment runs it: spans come by OTLP, and become metrics of requests and of who calls whom. Where a system's queries measure spans,
 * it keeps what they are answered from.
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
