import type { EnvironmentConfig } from "../../model/environment";
import { targetRelabelings } from "../../prometheus/monitors/relabelings";
import type { Values } from "./values";

/** How an exporter is scraped: its samples carry the system that it speaks for. */
export const exporterMonitor = (
  environment: EnvironmentConfig,
  system: string,
  job: string,
): Values => ({
  enabled: true,
  interval: environment.prometheus.scrapeInterval.toString(),
  relabelings: targetRelabelings({ system, job }),
});
