import { TIER_NAMES } from "../model/burn-tier";
import type { Service } from "../model/service";
import type { InhibitRule } from "./alertmanager-form";
import { matcher } from "./matchers";

/** Burn-rate tiers of SLOs have inhibition rules of their own. */
const NO_TIER = matcher("burn_tier", "=", "");

/**
 * Which alerts are inhibited while another one fires. Alertmanager takes a label that both alerts
 * lack as equal, so every alert of ours carries `system`, `environment` and `condition`. Group-by
 * labels must agree in each rule; otherwise one service's outage would hide another's.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#inhibit_rule
 */
export function inhibitions(
  services: readonly Service[],
): readonly InhibitRule[] {
  const groupBy = groupByLabels(services);
  const sameCondition = [
    "system",
    "environment",
    "condition",
    "slo",
    ...groupBy,
  ];
  return [
    {
      source_matchers: [matcher("priority", "=", "P0")],
      target_matchers: [matcher("priority", "=~", "P1|P2|P3"), NO_TIER],
      equal: sameCondition,
    },
    {
      source_matchers: [matcher("priority", "=", "P1")],
      target_matchers: [matcher("priority", "=~", "P2|P3"), NO_TIER],
      equal: sameCondition,
    },
    {
      source_matchers: [matcher("condition", "=", "system-down")],
      target_matchers: [
        matcher("priority", "=~", "P1|P2|P3"),
        matcher("condition", "!=", "system-down"),
      ],
      equal: ["system", "environment", ...groupBy],
    },
    ...tierInhibitions(groupBy),
    ...CHART_INHIBITIONS,
  ];
}

/** What the chart itself would set: its alerts carry no priority. */
const CHART_INHIBITIONS: readonly InhibitRule[] = [
  {
    source_matchers: [matcher("severity", "=", "critical")],
    target_matchers: [
      matcher("severity", "=~", "warning|info"),
      matcher("priority", "=", ""),
    ],
    equal: ["namespace", "alertname"],
  },
  {
    source_matchers: [matcher("alertname", "=", "InfoInhibitor")],
    target_matchers: [
      matcher("severity", "=", "info"),
      matcher("priority", "=", ""),
    ],
    equal: ["namespace"],
  },
];

/**
 * An error budget that burns fast also meets the slower tiers: the fastest tier notifies and
 * inhibits the slower ones.
 */
const tierInhibitions = (groupBy: readonly string[]): readonly InhibitRule[] =>
  TIER_NAMES.slice(0, -1).map((tier, index) => ({
    source_matchers: [matcher("burn_tier", "=", tier)],
    target_matchers: [
      matcher("burn_tier", "=~", TIER_NAMES.slice(index + 1).join("|")),
    ],
    equal: ["system", "environment", "slo", ...groupBy],
  }));

/** Labels that identify an SLO's series, over all systems. */
export const groupByLabels = (
  services: readonly Service[],
): readonly string[] =>
  [
    ...new Set(
      services.flatMap(({ slos }) =>
        slos.flatMap(({ groupBy = [] }) => groupBy),
      ),
    ),
  ].sort();
