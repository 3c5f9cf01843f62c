import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { ANY_META_REPOSITORY } from "../../meta-repositories";
import {
  auroraAnswers,
  connectionsHold,
  metObjectives,
  nebulaAnswers,
  sentinelInfers,
} from "../worlds";

const shared = {
  priority: "P1",
  runbook: "slo/compliance-low",
  dashboard: "slo-tracking",
} as const;

/** All events fail, from the start. */
const ALL_FAIL = ["1e7x120", "1e7+10x120"] as const;
/** So many good events that the earlier failures do not matter. */
const ALL_WELL = ["1e9+1e6x1600", "1e7x1600"] as const;

/**
 * Too many of the six systems' SLOs are breached. Each SLO has its own alerts; these show that
 * several systems are affected.
 */
export const complianceAlerts: readonly AlertDeclaration[] = [
  {
    ...shared,
    name: "SloComplianceLow",
    expr: "slo:compliance_meta:ratio < {kept}",
    thresholds: { kept: percent(95) },
    for: minutes(30),
    summary:
      "Only {{ $value | humanizePercentage }} of the SLOs of the meta-repositories are met (limit 95 %)",
    description:
      "{{ $value | humanizePercentage }} of the SLOs of the six meta-repositories are met.",
    action:
      "See on the page which SLOs are breached, and whether it began at the same time.",
    proof: {
      fires: [
        {
          before: "nothing",
          series: { ...metObjectives(18), ...nebulaAnswers(...ALL_FAIL) },
          at: minutes(31),
          expect: [
            {
              summary:
                "Only 94.74% of the SLOs of the meta-repositories are met (limit 95 %)",
              description:
                "94.74% of the SLOs of the six meta-repositories are met.",
            },
          ],
          resolves: {
            series: { ...metObjectives(18), ...nebulaAnswers(...ALL_WELL) },
            after: minutes(1),
          },
        },
      ],
      quiet: [
        // One of twenty, exactly the allowed share.
        {
          series: { ...metObjectives(19), ...nebulaAnswers(...ALL_FAIL) },
          at: minutes(90),
        },
      ],
    },
  },
  {
    ...shared,
    name: "MultipleSloViolations",
    expr: `sum(slo:violations:count24h{system=~"${ANY_META_REPOSITORY}"}) > {violations}`,
    thresholds: { violations: count(3, "SLOs breached within 24 hours") },
    for: minutes(5),
    summary: "{{ $value }} SLOs were violated within 24 hours",
    description:
      "{{ $value }} SLOs of the six meta-repositories were breached within 24 hours, some of them perhaps only briefly.",
    action:
      "See on the page which SLOs are breached, and whether it began at the same time.",
    proof: {
      fires: [
        {
          before: "nothing",
          series: {
            ...nebulaAnswers(...ALL_FAIL),
            ...auroraAnswers(...ALL_FAIL),
            ...connectionsHold("1e7+10x120", "1e7+10x120"),
            ...sentinelInfers(...ALL_FAIL),
          },
          at: minutes(6),
          expect: [
            {
              summary: "4 SLOs were violated within 24 hours",
              description:
                "4 SLOs of the six meta-repositories were breached within 24 hours, some of them perhaps only briefly.",
            },
          ],
          resolves: {
            series: {
              ...nebulaAnswers(...ALL_WELL),
              ...auroraAnswers(...ALL_WELL),
              ...connectionsHold(...ALL_WELL),
              ...sentinelInfers(...ALL_WELL),
            },
            after: hours(24),
          },
        },
      ],
      quiet: [
        {
          series: {
            ...nebulaAnswers(...ALL_FAIL),
            ...auroraAnswers(...ALL_FAIL),
            ...sentinelInfers(...ALL_FAIL),
            // SLOs of other systems do not count.
            'codeverify_http_requests_total{status="500"}': "1e7+10x120",
          },
          at: minutes(60),
        },
      ],
    },
  },
];
