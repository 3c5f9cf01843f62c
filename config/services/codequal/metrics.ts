import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";

const modes = open({ upTo: 4, examples: ["quick", "comprehensive", "deep"] });
const services = open({ upTo: 6, examples: ["api", "agents", "deepwiki"] });
const errorTypes = open({
  upTo: 12,
  examples: ["timeout", "clone", "rate_limit"],
});
const agents = open({
  upTo: 10,
  examples: ["security", "performance", "style"],
});
const providers = open({ upTo: 5, examples: ["anthropic", "openai"] });
const volumes = open({ upTo: 3, examples: ["repositories", "cache"] });
const MEBIBYTE = 1024 ** 2;

/**
 * Analyses: number, duration, resources. `repository_size` is a class (S, M, L), never a number of
 * bytes.
 */
const analyses: MetricContract = {
  codequal_analysis_started_total: counter({
    help: "Analyses started",
    labels: { mode: modes },
  }),
  codequal_analysis_completed_total: counter({
    help: "Analyses that ended with a result",
    labels: { mode: modes },
  }),
  codequal_analysis_failed_total: counter({
    help: "Analyses that ended without a result",
    labels: { mode: modes, error_type: errorTypes },
  }),
  codequal_analysis_duration_seconds: histogram({
    help: "Time of a complete analysis of a pull request, in seconds",
    labels: {
      mode: modes,
      repository_size: values("S", "M", "L"),
      status: values("success", "failure"),
    },
    buckets: [10, 30, 60, 120, 300, 600, 900, 1800],
  }),
  codequal_agent_execution_duration_seconds: histogram({
    help: "Time that one agent works on an analysis, in seconds",
    labels: { agent: agents, mode: modes },
    buckets: [1, 5, 10, 30, 60, 120, 300, 600],
  }),
  codequal_active_analyses: gauge({
    help: "Analyses that run now",
    labels: { mode: modes },
  }),
  codequal_analysis_memory_bytes: histogram({
    help: "Most memory that one analysis used, in bytes",
    labels: { mode: modes },
    buckets: [16, 32, 64, 128, 256, 512, 1024, 2048, 4096].map(
      (mebibytes) => mebibytes * MEBIBYTE,
    ),
  }),
  codequal_analysis_cpu_seconds: histogram({
    help: "CPU time that one analysis used, in seconds",
    labels: { mode: modes },
    buckets: [0.5, 1, 5, 10, 30, 60, 120, 300],
  }),
};

/** Usage, missing dependencies and errors of the services. */
const components: MetricContract = {
  codequal_vectordb_query_duration_seconds: histogram({
    help: "Time of a query to the vector database, in seconds",
    labels: { operation: open({ upTo: 5, examples: ["search", "upsert"] }) },
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  }),
  codequal_memory_usage_bytes: gauge({
    help: "Memory that a service uses, in bytes",
    labels: { service: services },
  }),
  codequal_cpu_usage_ratio: gauge({
    help: "Share of its CPU that a service uses, 0 to 1",
    labels: { service: services },
  }),
  codequal_errors_total: counter({
    help: "Errors that a service handled, by kind",
    labels: { service: services, error_type: errorTypes },
  }),
  codequal_exceptions_total: counter({
    help: "Exceptions that were reported to error tracking, by release",
    labels: {
      service: services,
      error_type: errorTypes,
      release: open({ upTo: 5, examples: ["2.14.0"] }),
    },
  }),
  codequal_cache_requests_total: counter({
    help: "Reads of a cache, by result (hit, miss)",
    labels: {
      cache: open({ upTo: 4, examples: ["results", "embeddings"] }),
      result: values("hit", "miss"),
    },
  }),
  codequal_dependency_up: gauge({
    help: "Whether the health check reaches a dependency (database, vectordb, deepwiki, redis): 1 or 0",
    labels: { dependency: values("database", "vectordb", "deepwiki", "redis") },
  }),
};

/** DeepWiki: availability, and the disk with the cloned repositories. */
const deepwiki: MetricContract = {
  codequal_deepwiki_availability: gauge({
    help: "Whether DeepWiki answers: 1 or 0, one series for each instance, whose label scraping adds",
  }),
  codequal_deepwiki_errors_total: counter({
    help: "Errors of DeepWiki, by kind",
    labels: { error_type: errorTypes },
  }),
  codequal_deepwiki_disk_total_bytes: gauge({
    help: "Size of a volume, in bytes",
    labels: { volume: volumes },
  }),
  codequal_deepwiki_disk_used_bytes: gauge({
    help: "What is used of a volume, in bytes",
    labels: { volume: volumes },
  }),
  codequal_deepwiki_disk_available_bytes: gauge({
    help: "What is free on a volume, in bytes",
    labels: { volume: volumes },
  }),
  codequal_deepwiki_active_repositories: gauge({
    help: "Repositories that DeepWiki holds on its disk",
  }),
  codequal_deepwiki_cleanup_operations_total: counter({
    help: "Clean-ups of the disk, by result (success, failure)",
    labels: { result: values("success", "failure") },
  }),
};

/** Cost and usage: kept for 90 days, so that quarters can be compared. */
const business: MetricContract = {
  codequal_repositories_analyzed_total: counter({
    // The label `organization` is omitted: it cannot be kept below 200 values.
    help: "Analyses of repositories, by main language; how many different repositories is codequal_unique_repositories",
    labels: {
      language: open({ upTo: 20, examples: ["python", "typescript"] }),
    },
    retention: "long",
  }),
  codequal_unique_repositories: gauge({
    help: "Different repositories analysed in a window (1d, 30d)",
    labels: { window: values("1d", "30d") },
    retention: "long",
  }),
  codequal_critical_findings_total: counter({
    help: "Critical findings reported, by type",
    labels: {
      type: open({ upTo: 12, examples: ["injection", "hard-coded-key"] }),
    },
    retention: "long",
  }),
  codequal_analysis_cost_dollars: histogram({
    help: "Cost of one analysis, in US dollars",
    labels: { mode: modes, provider: providers },
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 2, 5],
    retention: "long",
  }),
  codequal_cost_dollars_total: counter({
    help: "Money spent, in US dollars, by component (deepwiki, llm, infrastructure)",
    labels: {
      component: values("deepwiki", "llm", "infrastructure"),
      provider: providers,
    },
    retention: "long",
  }),
  codequal_active_users: gauge({
    help: "Users who were active in a window (1d)",
    labels: { window: values("1d") },
    retention: "long",
  }),
};

/** What CodeQual and DeepWiki expose. */
export const metrics: MetricContract = {
  ...analyses,
  ...components,
  ...deepwiki,
  ...business,
};
