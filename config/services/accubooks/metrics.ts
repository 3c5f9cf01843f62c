import type { MetricContract } from "../../../model/metric";
import { businessMetrics } from "./metrics/business";
import { stackMetrics } from "./metrics/stack";

/** What AccuBooks exposes at `/api/metrics`, besides the process metrics of its client library. */
export const metrics: MetricContract = { ...stackMetrics, ...businessMetrics };
