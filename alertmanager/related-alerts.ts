import type { AlertDefinition } from "../model/alert";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";

/** A declared alert that can fire about a system, and where its labels come from. */
export interface RelatedAlert {
  readonly definition: AlertDefinition;
  readonly language: "promql" | "logql";
  /** The service that declares it, which is another one for an alert about any system. */
  readonly declaredBy: Service;
}

/** Declared alerts about one system: its own, and those about any system. */
export const alertsAbout = (
  service: Service,
  services: readonly Service[],
): readonly RelatedAlert[] => {
  const aboutAny = alertsAboutAny(services);
  return aboutAny.length === 0
    ? ownAlerts(service)
    : [...ownAlerts(service), ...aboutAny];
};

const ownAlerts = remembered((service: Service): readonly RelatedAlert[] =>
  everyAlertOf(service).filter(({ definition }) => !isAboutAny(definition)),
);

/** Alerts whose series say which system they are about. */
export const alertsAboutAny = remembered(
  (services: readonly Service[]): readonly RelatedAlert[] =>
    services.flatMap((service) =>
      everyAlertOf(service).filter(({ definition }) => isAboutAny(definition)),
    ),
);

const isAboutAny = ({ system }: AlertDefinition): boolean =>
  system?.kind === "from-series";

const everyAlertOf = (declaredBy: Service): readonly RelatedAlert[] => [
  ...declaredBy.alerts.map((definition) => ({
    definition,
    language: "promql" as const,
    declaredBy,
  })),
  ...(declaredBy.logAlerts ?? []).map((definition) => ({
    definition,
    language: "logql" as const,
    declaredBy,
  })),
];

/** What an alert says is wrong: alerts of one condition inhibit each other by priority. */
export const conditionOf = ({ name, condition }: AlertDefinition): string =>
  condition ?? name;
