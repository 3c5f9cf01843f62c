import { TIER_NAMES } from "../model/burn-tier";
import type { Service } from "../model/service";
import type { InhibitRule } from "./alertmanager-form";
import { groupByLabels } from "./group-by-labels";
import { causeInhibitions } from "./cause-inhibitions";
import { matcher } from "./matchers";
import { sameConditionInhibitions } from "./same-condition";

/**
 * Which alerts are inhibited while another one fires. Alertmanager takes a label that both alerts
 * lack as equal, so every alert of ours carries `system`, `environment` and `condition`.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#inhibit_rule
 */
export const inhibitions = (
  services: readonly Service[],
): readonly InhibitRule[] => [
  ...sameConditionInhibitions(services),
  ...causeInhibitions(services),
  ...tierInhibitions(groupByLabels(services)),
  ...CHART_INHIBITIONS,
];

/**
 * Labels of what the charts' alerts are about. A warning and a critical alert of one name have the
 * same ones, so those that both lack do no harm.
 */
const OF_CHART_OBJECTS: readonly string[] = [
  "namespace",
  "alertname",
  "instance",
  "node",
  "pod",
  "container",
  "persistentvolumeclaim",
  "device",
  "mountpoint",
];

/** What the chart itself would set: its alerts carry no priority. */
const CHART_INHIBITIONS: readonly InhibitRule[] = [
  {
    source_matchers: [matcher("severity", "=", "critical")],
    target_matchers: [
      matcher("severity", "=~", "warning|info"),
      matcher("priority", "=", ""),
    ],
    equal: OF_CHART_OBJECTS,
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
