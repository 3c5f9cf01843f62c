import type { MetricContract } from "../../../model/metric";
import { executionMetrics } from "./metrics/execution";
import { operationMetrics } from "./metrics/operation";
import { qualityMetrics } from "./metrics/quality";

/** What CQVR exposes, and what its collection run pushes. */
export const metrics: MetricContract = {
  ...qualityMetrics,
  ...executionMetrics,
  ...operationMetrics,
};
