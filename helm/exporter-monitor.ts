import { targetRelabelings } from "../targets/relabelings";
import type { Values } from "./values";

/** How an exporter is scraped: its samples carry the system that it speaks for. */
export const exporterMonitor = (system: string, job: string) => ({
  enabled: true,
  interval: "30s",
  relabelings: targetRelabelings({ system, job }) as readonly Values[],
});
