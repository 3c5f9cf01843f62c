import { seconds } from "../../../model/duration";
import type { CollectionJob } from "../../../model/collection-job";

/** Evaluates every contract and pushes the scores; it says that it succeeded only when it did. */
export const collectionJobs: readonly CollectionJob[] = [
  {
    name: "collect-metrics",
    schedule: "*/5 * * * *",
    deadline: seconds(240),
    command: ["scripts/collect_metrics.sh"],
  },
];
