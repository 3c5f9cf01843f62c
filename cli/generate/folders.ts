/** Folders of generated files, as paths from the root of the repository. */
export interface Folders {
  /** Pages of alerts, which the alerts name without suffix. */
  readonly runbooks: string;
  /** Pages of systems. */
  readonly services: string;
  /** Checklists, calendars and levels of incidents. */
  readonly operations: string;
  /** The page about the network. */
  readonly network: string;
  /** The page about doubtful queries. */
  readonly queryChecks: string;
  /** The page about incidents. */
  readonly incidents: string;
  /** The page about requirements. */
  readonly requirements: string;
  /** Lists of the names that are relied upon. */
  readonly identifiers: string;
}
