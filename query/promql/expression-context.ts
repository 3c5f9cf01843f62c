import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import type { SeriesCatalogue } from "./series-catalogue";

/** The system that queries, and the series it may read. */
export interface ExpressionContext {
  readonly catalogue: SeriesCatalogue;
  /** Key of the service that queries. */
  readonly system: string;
  /** Its namespace. */
  readonly namespace: string;
  /** True where queries concern every system, such as the platform's. */
  readonly readsAllSystems: boolean;
  /** True for an alert, which must not miss what a page may. @default false */
  readonly notifies?: boolean;
  /** Names of an alert's limits that any event is above: those below 1. @default none */
  readonly anyEvent?: readonly string[];
  /** True for an alert at P0 or P1, which interrupts somebody. @default false */
  readonly interrupts?: boolean;
}

/** What the queries of a service read: series as it declares them, or as any system does. */
export function contextOf(
  service: Service,
  series: SeriesCatalogue,
): ExpressionContext {
  const readsAllSystems = readsEverySystem(service);
  return {
    catalogue: readsAllSystems ? series : series.of(service.key),
    system: service.key,
    namespace: service.namespace,
    readsAllSystems,
  };
}
