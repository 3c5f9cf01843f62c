import { seconds } from "../../../model/duration";
import type { CollectionJob } from "../../../model/collection-job";

/** Evaluates every contract and pushes the scores; it reports success only if all succeeded. */
export const collectionJobs: readonly CollectionJob[] = [
  {
    name: "collect-metrics",
    schedule: "*/5 * * * *",
    deadline: seconds(240),
    command: ["scripts/collect_metrics.sh"],
  },
];
