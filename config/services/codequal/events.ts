import { metrics } from "./metrics";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const bucketsOf = (histogram: string): readonly number[] => {
  const metric = metrics[histogram];
  if (metric?.type !== "histogram") {
    throw new Error(`services/codequal: ${histogram} is no histogram`);
  }
  return metric.buckets;
};

const observed = (
  histogram: string,
  fields: Omit<Observations, "histogram" | "buckets"> = {},
): Observations => ({ histogram, buckets: bucketsOf(histogram), ...fields });

/** Analyses that ended: with a result, or without. */
export const analyses: Events = {
  total: "codequal_analysis_completed_total",
  bad: "codequal_analysis_failed_total",
  examples: {
    good: { 'codequal_analysis_completed_total{mode="quick"}': 1 },
    bad: {
      'codequal_analysis_failed_total{mode="deep", error_type="timeout"}': 1,
    },
  },
};

/** Reads of all caches; a miss is bad. */
export const cacheReads: Events = {
  total: "codequal_cache_requests_total",
  bad: 'codequal_cache_requests_total{result="miss"}',
  examples: {
    good: { 'codequal_cache_requests_total{cache="results", result="hit"}': 1 },
    bad: { 'codequal_cache_requests_total{cache="results", result="miss"}': 1 },
  },
};

/** Time of complete analyses, all modes together. */
export const analysisTimes = observed("codequal_analysis_duration_seconds");

/** The same by mode. */
export const analysisTimesByMode: Observations = {
  ...analysisTimes,
  by: ["mode"],
  labels: { mode: "deep" },
};

/** Time of queries to the vector database. */
export const vectorQueries = observed(
  "codequal_vectordb_query_duration_seconds",
);

/** Time that each agent works. */
export const agentTimes = observed(
  "codequal_agent_execution_duration_seconds",
  { by: ["agent"], labels: { agent: "security" } },
);

/** Cost of an analysis. */
export const analysisCosts = observed("codequal_analysis_cost_dollars", {
  by: ["mode", "provider"],
  labels: { mode: "deep", provider: "acme" },
});
