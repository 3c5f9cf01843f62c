import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  amountPerHour,
  between,
  bySet,
  observedOf,
  perHour,
  scheduled,
} from "../../../../model/typical/typical";
import { byApi, modes, providers } from "./labels";

/** Cost and usage: kept for 90 days, so that quarters can be compared. */
export const business: MetricContract = {
  codequal_repositories_analyzed_total: counter({
    // The label `organization` is omitted: it cannot be kept below 200 values.
    help: "Analyses of repositories, by main language; how many different repositories is codequal_unique_repositories",
    labels: {
      language: open({ upTo: 20, examples: ["python", "typescript"] }),
    },
    typical: bySet({
      'language="python"': perHour(29),
      'language="typescript"': perHour(40),
    }),
    ...byApi,
    retention: "long",
  }),
  codequal_unique_repositories: gauge({
    help: "Different repositories analysed in a window (1d, 30d)",
    labels: { window: values("1d", "30d") },
    typical: bySet({
      'window="1d"': between(150, 158, 165),
      'window="30d"': between(640, 645, 650),
    }),
    ...byApi,
    retention: "long",
  }),
  codequal_critical_findings_total: counter({
    help: "Critical findings reported, by type",
    labels: {
      type: open({ upTo: 12, examples: ["injection", "hard-coded-key"] }),
    },
    typical: bySet({
      'type="injection"': perHour(3),
      'type="hard-coded-key"': perHour(1.5),
    }),
    ...byApi,
    retention: "long",
  }),
  codequal_analysis_cost_dollars: histogram({
    help: "Cost of one analysis, in US dollars",
    labels: { mode: modes, provider: providers },
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 2, 5],
    typical: bySet({
      'mode="quick"': observedOf("codequal_analysis_completed_total", {
        p50: 0.015,
        p95: 0.045,
        p99: 0.09,
      }),
      'mode="comprehensive"': observedOf("codequal_analysis_completed_total", {
        p50: 0.07,
        p95: 0.18,
        p99: 0.35,
      }),
      'mode="deep"': observedOf("codequal_analysis_completed_total", {
        p50: 0.28,
        p95: 0.7,
        p99: 1.4,
      }),
    }),
    ...byApi,
    retention: "long",
  }),
  codequal_cost_dollars_total: counter({
    help: "Money spent, in US dollars, by component (deepwiki, llm, infrastructure)",
    labels: {
      component: values("deepwiki", "llm", "infrastructure"),
      provider: providers,
    },
    // 75 dollars on a working day, of a budget of 100. Machines are paid for at night too.
    typical: bySet({
      'component="llm"': amountPerHour(3.6),
      'component="deepwiki",provider="anthropic"': amountPerHour(0.5),
      'component="infrastructure",provider="own"': scheduled(
        amountPerHour(0.77),
      ),
    }),
    ...byApi,
    retention: "long",
  }),
  codequal_active_users: gauge({
    help: "Users who were active in a window (1d)",
    labels: { window: values("1d") },
    typical: between(210, 220, 232),
    ...byApi,
    retention: "long",
  }),
};
