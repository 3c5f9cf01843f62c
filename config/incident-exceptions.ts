import type { IncidentException } from "../model/incident-exception";

/** What owners expect otherwise than the table of incidents says. */
export const incidentExceptions: readonly IncidentException[] = [
  {
    system: "codequal",
    kind: "metric-renamed",
    of: "codequal_deepwiki_availability",
    expected: { page: { kind: "perhaps" } },
    reason:
      "without this metric nobody knows whether DeepWiki answers, and its alert takes that for an outage, as its owner asked",
  },
  ...["all-fail", "failures-flap", "one-pod-fails", "two-faults"].map(
    (kind) => ({
      system: "chronos",
      kind,
      of: "pipeline-success",
      expected: { staysOpen: true },
      reason:
        "the alert reads the share of a day, as its owner stated it: it ends when the failed runs are a day old",
    }),
  ),
];
