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
    (kind): IncidentException => ({
      system: "chronos",
      kind,
      of: "pipeline-success",
      expected: { page: { kind: "by", minute: 60 }, staysOpen: true },
      reason:
        "a broken SLO is critical to its owner, so the few failed runs of an hour page; the alert reads the share of a day and ends when they are a day old",
    }),
  ),
  ...["everything-gone", "everything-but-probes-gone", "users-fail"].map(
    (kind): IncidentException => ({
      system: "accubooks",
      kind,
      expected: { page: { kind: "by", minute: 3 }, notifiedBy: 3 },
      reason:
        "its owner asks for the phone as soon as the health check has failed three times in a row",
    }),
  ),
  {
    system: "accubooks",
    kind: "five-percent-fail",
    of: "api-availability",
    expected: { page: { kind: "by", minute: 10 }, notifiedBy: 10 },
    reason:
      "its owner asks for the phone once more than 1 % of the requests have failed for 5 minutes, which is sooner than the tiers of the SLO",
  },
  {
    system: "accubooks",
    kind: "slow",
    of: "api-latency-p99-1s",
    expected: { notifiedBy: 10 },
    reason:
      "its owner asks for a message once the 95th percentile has been above a second for 5 minutes",
  },
  {
    system: "cqvr",
    kind: "all-fail",
    of: "contract-execution-success",
    expected: { page: { kind: "by", minute: 10 }, notifiedBy: 10 },
    reason:
      "its owner asks for a page once the success rate has been below 95 % for 5 minutes, which is sooner than the tiers of the SLO",
  },
  {
    system: "codequal",
    kind: "all-fail",
    of: "analysis-success",
    expected: { page: { kind: "by", minute: 15 }, notifiedBy: 15 },
    reason:
      "its owner asks for the pager where more than a tenth of the analyses fail, which is sooner than the tiers of the SLO",
  },
  {
    system: "codequal",
    kind: "one-pod-fails",
    of: "analysis-success",
    expected: { page: { kind: "by", minute: 20 }, notifiedBy: 20 },
    reason:
      "its owner asks for the pager where more than a tenth of the analyses fail; the tiers of the SLO would wake nobody within the hour",
  },
];
