import type { IncidentException } from "../model/incident-exception";

/** Titan's availability is counted for each service, and each is an incident of its own. */
const EACH_SERVICE =
  "its SLO and the alert on its violation speak of one service of many: each is an incident of its own beside that of the mesh";

/** What owners expect otherwise than the table of incidents says. */
export const incidentExceptions: readonly IncidentException[] = [
  ...["everything-gone", "everything-but-probes-gone"].map((kind) => ({
    system: "codeverify",
    kind,
    expected: { openAtOnce: 2 },
    reason:
      "the API and the workers are two incidents for their team: either can be down while the other works, and both are P0",
  })),
  {
    system: "codequal",
    kind: "all-fail",
    of: "analysis-success",
    expected: { openAtOnce: 2 },
    reason:
      "its own P0 alerts go by a path without e-mail, so they and those of the SLO are two groups at two receivers",
  },
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
  ...["everything-gone", "everything-but-probes-gone", "users-fail"].map(
    (kind) => ({
      system: "titan",
      kind,
      expected: { openAtOnce: 2, afterwards: true },
      reason: `${EACH_SERVICE}; what the outage took of their budgets shows for half an hour after it`,
    }),
  ),
  ...["all-fail", "five-percent-fail", "one-pod-fails"].map((kind) => ({
    system: "titan",
    kind,
    of: "service-availability",
    expected: { openAtOnce: 2 },
    reason: EACH_SERVICE,
  })),
  {
    system: "obsidian",
    kind: "all-fail",
    of: "zero-critical-findings",
    expected: { openAtOnce: 2 },
    reason:
      "each critical finding is an incident of its own, and that there is any breaks an SLO that allows none",
  },
];
