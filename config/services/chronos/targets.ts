import { seconds } from "../../../model/duration";
import type { HttpProbe, Target } from "../../../model/target";
import { healthProbe, metricsService } from "../../../patterns/targets";

/** The service that keeps the pipelines' counters, and the exporter that Airflow's chart sets up beside Airflow. */
export const targets: readonly Target[] = [
  metricsService({
    system: "chronos",
    app: "chronos-api",
    most: 2,
  }),
  {
    kind: "service-monitor",
    name: "chronos-airflow",
    app: "airflow-statsd",
    // Labels and port of the Service as Airflow's own chart names them.
    matchLabels: { tier: "airflow", component: "statsd" },
    port: "statsd-scrape",
    containerPort: 9102,
    interval: seconds(30),
    expectedTargets: 1,
    authentication: {
      kind: "none",
      reason:
        "the StatsD exporter knows no passwords; the NetworkPolicy of the namespace lets only Prometheus in, and it tells names and counts of tasks",
    },
  },
];

/** The health of the service, which covers its stores and Airflow's scheduler. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "chronos",
    url: "http://chronos-api.chronos.svc:8000/health",
  }),
];
