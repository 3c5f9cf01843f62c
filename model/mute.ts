/** A declared mute: who wants it, why, and when it ends. */
interface PlannedMute {
  /** First minute, in the time zone of the environment: `2026-12-05T22:00`. */
  readonly from: string;
  /** End, exclusive, at most seven days later. */
  readonly until: string;
  readonly author: string;
  readonly reason: string;
}

/** A maintenance window: it mutes all alerts of the systems named, whatever their priority. */
export interface MaintenanceWindow extends PlannedMute {
  /** Kebab-case, unique in the environment. */
  readonly name: string;
  readonly systems: readonly string[] | "all";
}

/**
 * A silence of one known alert. P0 and P1 cannot be silenced: declare a maintenance window or fix
 * the alert.
 */
export interface Silence extends PlannedMute {
  readonly system: string;
  readonly alert: string;
  /** Labels that restrict it to some of the alert's samples. @default all of them */
  readonly labels?: Readonly<Record<string, string>>;
}
