import type { EnvironmentConfig } from "../../model/environment";
import { targetRelabelings } from "../../prometheus/monitors/relabelings";
import type { Values } from "./values";

/**
 * How an exporter is scraped: its samples carry the label `system` of the system that it measures.
 */
export const exporterMonitor = (
  environment: EnvironmentConfig,
  system: string,
  job: string,
): Values => ({
  enabled: true,
  interval: environment.prometheus.scrapeInterval.toString(),
  relabelings: targetRelabelings({ system, job }),
});
