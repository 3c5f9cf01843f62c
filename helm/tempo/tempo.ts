import type { DeployedChart } from "../parts/deployed-chart";
import { readBy } from "../parts/secret-use";
import { TEMPO, TEMPO_DISTRIBUTED, TEMPO_DISTRIBUTED_KAFKA } from "./chart";
import { tempoComponents } from "./components";
import { tempo as metrics } from "./metrics";
import { tempoChart, tempoValues } from "./tempo-values";

/** Keeps traces, and makes metrics of spans. */
export const tempo: DeployedChart = {
  charts: [TEMPO, TEMPO_DISTRIBUTED, TEMPO_DISTRIBUTED_KAFKA],
  releases: (environment, services) => [
    {
      chart: tempoChart(environment),
      values: () => tempoValues(environment, services),
    },
  ],
  metrics: [metrics],
  components: (environment) => Object.values(tempoComponents(environment)),
  secrets: ({ traces }) =>
    traces.kind === "distributed-kafka" &&
    traces.kafka.credentials !== undefined
      ? readBy(TEMPO.release, [traces.kafka.credentials.password])
      : [],
};
