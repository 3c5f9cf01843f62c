import type { ChartMetrics } from "../../../model/chart-metrics";
import {
  SERVICE_TARGET,
  counter,
  gauge,
  histogram,
  appearing,
} from "../../parts/metrics/facts";

const REQUEST = [
  "component",
  "group",
  "resource",
  "scope",
  "subresource",
  "verb",
  "version",
] as const;

/** What is left of its bounds when the chart has dropped the noisy ones. */
const BUCKETS = [0.05, 0.1, 1, 5, 10, 30, 60];

/** @see https://kubernetes.io/docs/reference/instrumentation/metrics/ */
export const apiServer: ChartMetrics = {
  chart: "kube-prometheus-stack apiserver",
  targetLabels: SERVICE_TARGET,
  metrics: [
    counter("apiserver_request_total", ...REQUEST, "code", "dry_run"),
    ...appearing(
      "after the first request that the server has cut off",
      counter("apiserver_request_terminations_total", ...REQUEST, "code"),
    ),
    histogram("apiserver_request_sli_duration_seconds", BUCKETS, ...REQUEST),
    gauge("apiserver_current_inflight_requests", "request_kind"),
    gauge("aggregator_unavailable_apiservice", "name"),
    ...appearing(
      "after the first failure of an aggregated API",
      counter("aggregator_unavailable_apiservice_total", "name", "reason"),
    ),
    gauge(
      "kubernetes_build_info",
      "build_date",
      "compiler",
      "git_commit",
      "git_tree_state",
      "git_version",
      "go_version",
      "major",
      "minor",
      "platform",
    ),
  ],
};
