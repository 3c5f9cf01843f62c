import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";
import { CHARTS } from "./chart-versions";
import type { Chart } from "./chart-versions";
import { distributedKafkaTraces } from "./tempo/distributed-kafka-traces";
import { distributedTraces } from "./tempo/distributed-traces";
import { monolithicTraces } from "./tempo/monolithic-traces";
import type { Values } from "./values";

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

/** Tempo as the environment runs it: spans come by OTLP, and become metrics of requests and of who calls whom. */
export function tempoValues(environment: EnvironmentConfig): Values {
  const { traces } = environment;
  switch (traces.kind) {
    case "monolithic":
      return monolithicTraces(environment, traces);
    case "distributed":
      return distributedTraces(environment, traces);
    case "distributed-kafka":
      return distributedKafkaTraces(environment, traces);
    default:
      return assertNever(traces);
  }
}
