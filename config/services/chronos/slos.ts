import { days, hours, minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { checks, duration, runs } from "./events";

/** chronos' SLOs: successful pipelines, runs within the hour, and correct data. */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "pipeline-success",
    // One failure in a week of a hundred runs.
    description: "A run of a pipeline succeeds.",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    events: runs,
    bad: "chronos:pipeline_failures:rate5m",
    total: "chronos:pipeline_runs:rate5m",
    volume: "low",
    page: "P1",
  }),
  latencySlo({
    name: "pipeline-latency-p95-1h",
    description: "A run of a pipeline takes an hour at most.",
    objective: percent(95),
    period: days(7),
    statedBudget: minutes(504),
    observations: duration,
    buckets: "chronos:pipeline_run_duration_seconds_bucket:rate5m",
    within: hours(1),
    volume: "low",
    page: "P1",
  }),
  eventSlo({
    name: "data-quality-success",
    description: "A check of the data succeeds.",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    events: checks,
    bad: "chronos:data_quality_failures:rate5m",
    total: "chronos:data_quality_checks:rate5m",
    volume: "low",
    page: "P1",
  }),
];
