import type { Service } from "../../model/service";
import {
  exportersOf,
  podsOf,
  probesOf,
} from "../../prometheus/typical/instances";
import { steady } from "../../prometheus/typical/typical-series";
import type { TypicalSeries } from "../../prometheus/typical/typical-series";
import { workloadSeries } from "../../prometheus/typical/workload-series";

/** What Prometheus, the probes and the cluster say: everything answers, and no pod restarts. */
export const scrapeSeries = (service: Service): readonly TypicalSeries[] => [
  ...podsOf(service).flatMap(workloadSeries),
  ...[
    ...podsOf(service),
    ...exportersOf(service),
    ...probesOf(service),
  ].flatMap((labels) => [
    steady("up", labels, 1),
    steady("scrape_samples_scraped", labels, 40),
  ]),
  ...exportersOf(service).map((labels, place) =>
    steady(UP[service.exporters[place]?.kind ?? "redis"], labels, 1),
  ),
  ...probesOf(service).flatMap((labels) => [
    steady("probe_success", labels, 1),
    steady("probe_duration_seconds", labels, 0.05),
    // A certificate is renewed a month before its end.
    steady("probe_ssl_earliest_cert_expiry", labels, 45 * 86_400),
  ]),
];

/** What an exporter shows of whether that which it asks answers. */
export const UP = { redis: "redis_up", postgres: "pg_up" } as const;
