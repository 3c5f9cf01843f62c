import { everyAlert } from "../../model/every-alert";
import type { ServiceDeclaration } from "../../model/service";
import { tracedWorkloads } from "../../model/service-traces";

/** One entry of the catalogue of requirements. */
export interface Requirement {
  readonly id: string;
  /** `seed`: asked for; `derived`: follows from what was asked; `proposed`: an addition. */
  readonly origin: string;
  /** First words. */
  readonly text: string;
}

/** Where each requirement is met, by ID. */
export type Coverage = ReadonlyMap<string, string>;

/** Reads off the declarations which requirements they meet, and adds those met elsewhere. */
export const coverageOf = (
  services: readonly ServiceDeclaration[],
  metElsewhere: Readonly<Record<string, string>>,
): Coverage =>
  new Map([...Object.entries(metElsewhere), ...services.flatMap(metByService)]);

function metByService(
  service: ServiceDeclaration,
): readonly (readonly [string, string])[] {
  const parts = [
    ...Object.values(service.metrics),
    ...service.targets,
    ...service.probes,
    ...service.exporters,
    ...(service.containerProbes ?? []),
    ...(service.collectionJobs ?? []),
    ...tracedWorkloads(service),
    ...service.recording.flatMap(({ rules }) => rules),
    ...service.slos,
    ...everyAlert(service),
    ...(service.logQueries ?? []),
    ...(service.traceQueries ?? []),
    ...service.dashboards,
    ...service.dashboards.flatMap(({ panels }) => panels),
    ...(service.reports ?? []),
    ...(service.reports ?? []).flatMap(({ queries }) => queries),
    ...(service.duties ?? []),
  ];
  return [
    ...parts.map(
      ({ requirement }) => [requirement, `services/${service.key}`] as const,
    ),
    ...Object.entries(service.meets),
  ];
}
