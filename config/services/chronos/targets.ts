import type { TargetDeclaration } from "../../../model/target";
import { httpPods } from "../../../patterns/targets";

/**
 * The service that keeps the pipelines' counters. Its health covers its stores and Airflow's
 * scheduler.
 */
const api = httpPods({ key: "chronos", app: "chronos-api", most: 2 });

/** The service, and the exporter that Airflow's chart sets up beside Airflow. */
export const targets: readonly TargetDeclaration[] = [
  ...api.targets,
  {
    name: "chronos-airflow",
    app: "airflow-statsd",
    // Labels and port of the Service as Airflow's own chart names them.
    matchLabels: { tier: "airflow", component: "statsd" },
    port: "statsd-scrape",
    containerPort: 9102,
    expectedTargets: 1,
    authentication: {
      kind: "none",
      reason:
        "the StatsD exporter knows no passwords; the NetworkPolicy of the namespace lets only Prometheus in, and it tells names and counts of tasks",
    },
  },
];

export const { probes } = api;
