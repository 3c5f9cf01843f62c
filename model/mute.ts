/** What every planned quiet has: who wants it, why, and when it ends. */
interface PlannedMute {
  /** First minute, in the time zone of the environment: `2026-12-05T22:00`. */
  readonly from: string;
  /** First minute that is no longer quiet, at most seven days later. */
  readonly until: string;
  readonly author: string;
  readonly reason: string;
}

/** Time in which systems are worked on, so that nobody is told of them, whatever the priority. */
export interface MaintenanceWindow extends PlannedMute {
  /** Kebab case, unique in the environment. */
  readonly name: string;
  readonly systems: readonly string[] | "all";
}

/**
 * One alert that is known and waited out. P0 and P1 cannot be silenced: declare a maintenance
 * window or mend the alert.
 */
export interface Silence extends PlannedMute {
  readonly system: string;
  readonly alert: string;
  /** Labels that narrow it to some of the alert's samples. @default all of them */
  readonly labels?: Readonly<Record<string, string>>;
}
