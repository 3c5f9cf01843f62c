import { mebibytes } from "../../../../model/bytes";
import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  between,
  bySet,
  observed,
  observedOf,
  perHour,
} from "../../../../model/typical/typical";
import type { Observed } from "../../../../model/typical/typical";
import { BEGIN, byApi, errorTypes, modes } from "./labels";

const agents = open({
  upTo: 10,
  examples: ["security", "performance", "style"],
});

/**
 * An agent's time in a healthy system: it works once on each analysis.
 *
 * @param weight how long it takes, compared with an agent of middling length
 */
const agentTime = (
  agent: string,
  weight: number,
): Readonly<Record<string, Observed>> => ({
  [`agent="${agent}",mode="quick"`]: observed(perHour(BEGIN.quick), {
    p50: 8 * weight,
    p95: 22 * weight,
    p99: 45 * weight,
  }),
  [`agent="${agent}",mode="comprehensive"`]: observed(
    perHour(BEGIN.comprehensive),
    { p50: 25 * weight, p95: 65 * weight, p99: 110 * weight },
  ),
  [`agent="${agent}",mode="deep"`]: observed(perHour(BEGIN.deep), {
    p50: 60 * weight,
    p95: 110 * weight,
    p99: 160 * weight,
  }),
});

/**
 * Analyses: number, duration, resources. `repository_size` is a class (S, M, L), never a number of
 * bytes.
 */
export const analyses: MetricContract = {
  codequal_analysis_started_total: counter({
    help: "Analyses started",
    labels: { mode: modes },
    typical: bySet({
      'mode="quick"': perHour(BEGIN.quick),
      'mode="comprehensive"': perHour(BEGIN.comprehensive),
      'mode="deep"': perHour(BEGIN.deep),
    }),
    ...byApi,
  }),
  codequal_analysis_completed_total: counter({
    help: "Analyses that ended with a result",
    labels: { mode: modes },
    typical: bySet({
      'mode="quick"': perHour(BEGIN.quick - 0.5),
      'mode="comprehensive"': perHour(BEGIN.comprehensive - 0.4),
      'mode="deep"': perHour(BEGIN.deep - 0.2),
    }),
    ...byApi,
  }),
  codequal_analysis_failed_total: counter({
    help: "Analyses that ended without a result",
    labels: { mode: modes, error_type: errorTypes },
    typical: bySet({
      'mode="quick",error_type="clone"': perHour(0.5),
      'mode="comprehensive",error_type="rate_limit"': perHour(0.4),
      'mode="deep",error_type="timeout"': perHour(0.2),
    }),
    ...byApi,
  }),
  codequal_analysis_duration_seconds: histogram({
    help: "Time of a complete analysis of a pull request, in seconds",
    labels: {
      mode: modes,
      repository_size: values("S", "M", "L"),
      status: values("success", "failure"),
    },
    buckets: [10, 30, 60, 120, 300, 600, 900, 1800],
    typical: bySet({
      'mode="quick",status="success"': observedOf(
        "codequal_analysis_completed_total",
        { p50: 25, p95: 70, p99: 130 },
      ),
      'mode="comprehensive",status="success"': observedOf(
        "codequal_analysis_completed_total",
        { p50: 75, p95: 180, p99: 270 },
      ),
      'mode="deep",status="success"': observedOf(
        "codequal_analysis_completed_total",
        { p50: 130, p95: 210, p99: 290 },
      ),
      'status="failure"': observedOf("codequal_analysis_failed_total", {
        p50: 40,
        p95: 250,
        p99: 330,
      }),
    }),
    ...byApi,
  }),
  codequal_agent_execution_duration_seconds: histogram({
    help: "Time that one agent works on an analysis, in seconds",
    labels: { agent: agents, mode: modes },
    buckets: [1, 5, 10, 30, 60, 120, 300, 600],
    typical: bySet({
      ...agentTime("security", 1.2),
      ...agentTime("performance", 1.1),
      ...agentTime("style", 0.7),
    }),
    ...byApi,
  }),
  codequal_active_analyses: gauge({
    help: "Analyses that run now",
    labels: { mode: modes },
    typical: bySet({
      'mode="quick"': between(0, 0, 2),
      'mode="comprehensive"': between(0, 0, 2),
      'mode="deep"': between(0, 0, 1),
    }),
    ...byApi,
  }),
  codequal_analysis_memory_bytes: histogram({
    help: "Most memory that one analysis used, in bytes",
    labels: { mode: modes },
    buckets: [16, 32, 64, 128, 256, 512, 1024, 2048, 4096].map(
      (size) => mebibytes(size).bytes,
    ),
    typical: observedOf("codequal_analysis_completed_total", {
      p50: mebibytes(60).bytes,
      p95: mebibytes(140).bytes,
      p99: mebibytes(200).bytes,
    }),
    ...byApi,
  }),
  codequal_analysis_cpu_seconds: histogram({
    help: "CPU time that one analysis used, in seconds",
    labels: { mode: modes },
    buckets: [0.5, 1, 5, 10, 30, 60, 120, 300],
    typical: observedOf("codequal_analysis_completed_total", {
      p50: 4,
      p95: 18,
      p99: 45,
    }),
    ...byApi,
  }),
};
