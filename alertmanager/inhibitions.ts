import { TIER_NAMES } from "../model/burn-tier";
import type { Service } from "../model/service";
import type { InhibitRule } from "./alertmanager-form";
import { matcher } from "./matchers";

/** Tiers of promises inhibit each other by rules of their own. */
const NO_TIER = matcher("burn_tier", "=", "");

/**
 * Which alerts are not told while another one is. Two labels that both are missing count as equal,
 * so every alert of ours carries `system`, `environment` and `condition`; dims must agree in each
 * rule, or the trouble of one service would hide that of another.
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
 * A promise that burns fast burns slowly as well: its fastest tier speaks, the slower ones are
 * silent meanwhile.
 */
const tierInhibitions = (groupBy: readonly string[]): readonly InhibitRule[] =>
  TIER_NAMES.slice(0, -1).map((tier, index) => ({
    source_matchers: [matcher("burn_tier", "=", tier)],
    target_matchers: [
      matcher("burn_tier", "=~", TIER_NAMES.slice(index + 1).join("|")),
    ],
    equal: ["system", "environment", "slo", ...groupBy],
  }));

/** Labels by which promises are kept apart, in any system. */
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
