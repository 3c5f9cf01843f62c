import type { EnvironmentConfig } from "../../model/environment";
import { PART, component, released } from "../parts/component";
import { LOKI } from "./chart";

const { chart, ports, release } = LOKI;
const LABELS = released(chart, release);

/** Values of the label `app.kubernetes.io/component` of the pods that store nothing. */
const GATEWAY = "gateway";
const CHUNKS_CACHE = "memcached-chunks-cache";
const RESULTS_CACHE = "memcached-results-cache";

/** Pods of Loki's release, in every kind of log store. */
export const lokiComponents = (environment: EnvironmentConfig) => {
  const cache = {
    metricsPorts: [ports.memcachedMetrics],
    isRun: environment.logs.caches.kind === "on",
  };
  return {
    loki: component(environment, {
      name: "loki",
      labels: LABELS,
      except: {
        label: PART,
        values: [GATEWAY, "memcached", CHUNKS_CACHE, RESULTS_CACHE],
      },
      what: "keeps logs",
      metricsPorts: [ports.http],
    }),
    lokiGateway: component(environment, {
      name: "loki-gateway",
      labels: { ...LABELS, [PART]: GATEWAY },
      what: "the only entrance to Loki",
      metricsPorts: [ports.gatewayMetrics],
    }),
    lokiChunksCache: component(environment, {
      ...cache,
      name: "loki-chunks-cache",
      labels: { ...LABELS, [PART]: CHUNKS_CACHE },
      what: "pieces of logs that were read lately",
    }),
    lokiResultsCache: component(environment, {
      ...cache,
      name: "loki-results-cache",
      labels: { ...LABELS, [PART]: RESULTS_CACHE },
      what: "answers of Loki that were given lately",
    }),
  };
};
