import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";
import type { LogQuery } from "../../../../model/saved-query";
import { logQueries, traceQueries } from "../queries";

const [recentErrors, analysisFailures, slowRequests] = logQueries;
const [, slowApiRequests] = traceQueries;

/** A panel with a saved query. */
const linesOf = ({ title, description, expr }: LogQuery) =>
  ({
    title,
    visualisation: { kind: "logs" },
    unit: "none",
    queries: [{ kind: "logql", expr }],
    description,
  }) as const;

/** Panels for faults that the overview does not explain. */
export const debugging: DashboardDeclaration = {
  uid: "codeverify-debugging",
  title: "CodeVerify Debugging",
  description:
    "Where to look when something is wrong and the overview does not say what",
  refresh: minutes(1),
  panels: [
    {
      id: "slow-analyses-by-language-p95-top-10",
      number: 1,
      title: "Slow analyses by language (p95 top 10)",
      visualisation: { kind: "table" },
      unit: "s",
      queries: [
        {
          expr: "topk(10, histogram_quantile(0.95, sum by (le, language) (rate(codeverify_analysis_duration_seconds_bucket[1h]))))",
          legend: "p95",
        },
      ],
      description:
        "The ten languages whose analyses take longest: time within which 95 % finished in the last hour",
      noValue: "No analyses in the last hour",
    },
    {
      id: "llm-api-errors",
      number: 2,
      title: "LLM API errors",
      unit: "ops",
      queries: [
        {
          expr: 'sum by (provider, error_type) (rate(codeverify_llm_requests_total{status="error"}[1h]))',
          legend: "{{provider}} {{error_type}}",
        },
      ],
      description:
        "Calls to language models that failed, by provider and kind of error, over an hour",
      noValue: "No errors",
    },
    {
      id: "memory-usage-by-pod",
      number: 3,
      title: "Memory usage by pod",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "red",
            alert: "PodMemoryNearLimit",
            threshold: "usedRatio",
          },
        ],
      },
      queries: [
        {
          expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codeverify"}',
          legend: "{{pod}}",
        },
      ],
      description: "Memory of each pod as a share of its limit",
      noValue: "No pod has a limit",
      width: 24,
    },
    {
      id: "recent-errors",
      number: 4,
      ...linesOf(recentErrors),
      noValue: "No errors",
      width: 24,
    },
    {
      id: "analysis-failures",
      number: 5,
      ...linesOf(analysisFailures),
      noValue: "No analysis failed",
    },
    {
      id: "slow-requests",
      number: 6,
      ...linesOf(slowRequests),
      noValue: "No slow requests",
    },
    {
      id: "slow-traces",
      number: 7,
      title: "Slow traces",
      visualisation: { kind: "traces" },
      unit: "none",
      queries: [{ kind: "traceql", expr: slowApiRequests.expr }],
      description: slowApiRequests.description,
      noValue: "No slow requests",
      width: 24,
    },
  ],
};
