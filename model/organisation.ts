import type { EnvironmentConfig } from "./environment";
import type { IncidentPolicy } from "./incident-policy";
import type { ServiceDeclaration } from "./service";

/** Whatever one organisation declares. The engine knows nothing of it but what stands here. */
export interface Organisation {
  /** Each becomes a stack. */
  readonly environments: readonly EnvironmentConfig[];
  /** Everything that is monitored, the monitoring itself among it: `[platform({ team }), …]`. */
  readonly services: readonly ServiceDeclaration[];
  /** Where its runbook pages are written, from the root of the repository: `docs/runbooks`. */
  readonly runbooksFolder: string;
  /**
   * Folders with further pages that are published at the same address, as those about the platform
   * and SLOs may be.
   * @default none
   */
  readonly moreRunbooks?: readonly string[];
  /**
   * What an incident of each priority is, and what people do.
   * @default not stated: `npm run operations` writes no page about it
   */
  readonly incidentPolicy?: IncidentPolicy;
}
