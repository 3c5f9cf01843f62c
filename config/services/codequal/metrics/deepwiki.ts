import { gibibytes } from "../../../../model/bytes";
import { open, values } from "../../../../model/label-values";
import { counter, gauge } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  always,
  between,
  bySet,
  leftBy,
  perDay,
  perHour,
} from "../../../../model/typical/typical";
import { byDeepwiki, errorTypes } from "./labels";

const volumes = open({ upTo: 3, examples: ["repositories", "cache"] });

/** DeepWiki: availability, and the disk with the cloned repositories. */
export const deepwiki: MetricContract = {
  codequal_deepwiki_availability: gauge({
    help: "Whether DeepWiki answers: 1 or 0, one series for each instance, whose label scraping adds",
    typical: always(1),
    ...byDeepwiki,
  }),
  codequal_deepwiki_errors_total: counter({
    help: "Errors of DeepWiki, by kind",
    labels: { error_type: errorTypes },
    typical: bySet({
      'error_type="clone"': perHour(2),
      'error_type="timeout"': perHour(0.5),
    }),
    ...byDeepwiki,
  }),
  codequal_deepwiki_disk_total_bytes: gauge({
    help: "Size of a volume, in bytes",
    labels: { volume: volumes },
    typical: bySet({
      'volume="repositories"': always(gibibytes(200).bytes),
      'volume="cache"': always(gibibytes(50).bytes),
    }),
    ...byDeepwiki,
  }),
  codequal_deepwiki_disk_used_bytes: gauge({
    help: "What is used of a volume, in bytes",
    labels: { volume: volumes },
    typical: bySet({
      'volume="repositories"': between(1e11, 1.1e11, 1.25e11),
      'volume="cache"': between(1.5e10, 1.8e10, 2.2e10),
    }),
    partOf: "codequal_deepwiki_disk_total_bytes",
    ...byDeepwiki,
  }),
  codequal_deepwiki_disk_available_bytes: gauge({
    help: "What is free on a volume, in bytes",
    labels: { volume: volumes },
    typical: leftBy("codequal_deepwiki_disk_used_bytes"),
    ...byDeepwiki,
  }),
  codequal_deepwiki_active_repositories: gauge({
    help: "Repositories that DeepWiki holds on its disk",
    typical: between(130, 145, 165),
    ...byDeepwiki,
  }),
  codequal_deepwiki_cleanup_operations_total: counter({
    help: "Clean-ups of the disk, by result (success, failure)",
    labels: { result: values("success", "failure") },
    typical: bySet({
      'result="success"': perHour(4),
      'result="failure"': perDay(0.5),
    }),
    ...byDeepwiki,
  }),
};
