import type { AddedPage } from "./added-page";
import type { EnvironmentConfig } from "./environment";
import type { IncidentException } from "./incident-exception";
import type { IncidentPolicy } from "./incident-policy";
import type { ServiceDeclaration } from "./service";

/** Everything that one organisation declares. The engine knows nothing else of it. */
export interface Organisation {
  /** Each becomes a stack. */
  readonly environments: readonly EnvironmentConfig[];
  /** All monitored systems, including the monitoring itself: `[platform({ team }), …]`. */
  readonly services: readonly ServiceDeclaration[];
  /** Folder of its runbook pages, from the root of the repository: `docs/runbooks`. */
  readonly runbooksFolder: string;
  /**
   * Folders with further pages published at the same address, such as those about the platform and
   * SLOs.
   * @default none
   */
  readonly moreRunbooks?: readonly string[];
  /**
   * Incident levels by priority, with what people do.
   * @default not stated: `npm run operations` writes no page about it
   */
  readonly incidentPolicy?: IncidentPolicy;
  /**
   * Incidents of which its owners expect something else than the engine's table says; at most ten
   * of a kind.
   * @default none
   */
  readonly incidentExceptions?: readonly IncidentException[];
  /**
   * Alerts of P0 that no owner's document asks for, and why.
   * @default none is listed
   */
  readonly addedPages?: readonly AddedPage[];
}
