import type { Duration } from "./duration";

/**
 * A program of the application that runs every few minutes and pushes metrics. It is rendered for
 * the owner of the workload, not applied: program and image belong to the application.
 */
export interface CollectionJob {
  /** Name of the CronJob, and the label `app` of its pods and of their log lines; kebab-case. */
  readonly name: string;
  /** Cron schedule, in UTC. */
  readonly schedule: string;
  /** Maximum duration of a run; shorter than the time until the next one. */
  readonly deadline: Duration;
  /** Command of the container. */
  readonly command: readonly string[];
}
