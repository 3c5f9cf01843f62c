import type { AlertDefinition } from "../../model/alert";
import { everyAlert } from "../../model/every-alert";
import type { Service } from "../../model/service";
import { sloAlerts } from "../../prometheus/slo/tier-alerts";

/** An alert that a page is for, with the system that declares it. */
export interface AlertOfPage {
  readonly alert: AlertDefinition;
  readonly service: Service;
  /** `slo`: generated for an SLO, one page for those of all systems. */
  readonly origin: "declared" | "slo";
}

/** The page of an alert without the heading: `shop/queue-backup`. */
export const pageOf = ({ runbook }: Pick<AlertDefinition, "runbook">): string =>
  runbook.replace(/#.*/, "");

/** Every page that an alert links to, with its alerts in the order of their declaration. */
export function alertsByPage(
  services: readonly Service[],
): ReadonlyMap<string, readonly AlertOfPage[]> {
  const pages = new Map<string, readonly AlertOfPage[]>();
  for (const found of services.flatMap(alertsOf)) {
    const page = pageOf(found.alert);
    pages.set(page, [...(pages.get(page) ?? []), found]);
  }
  return pages;
}

const alertsOf = (service: Service): readonly AlertOfPage[] => [
  ...everyAlert(service).map(
    (alert) => ({ alert, service, origin: "declared" }) as const,
  ),
  ...service.slos
    .flatMap((slo) => sloAlerts(slo, service.key))
    .map((alert) => ({ alert, service, origin: "slo" }) as const),
];
