import type { Duration } from "./duration";

/**
 * A program of the application that evaluates something every few minutes and pushes what it finds.
 * It is rendered for the owner of the workload, not applied: program and image are the
 * application's.
 */
export interface CollectionJob {
  /** Name of the CronJob, and the label `app` of its pods and of their log lines; kebab case. */
  readonly name: string;
  /** As cron writes it, in UTC. */
  readonly schedule: string;
  /** Longest time that a run may take; shorter than the time until the next one. */
  readonly deadline: Duration;
  /** What the container runs. */
  readonly command: readonly string[];
}
