import type { PanelDeclaration } from "../../../../../model/dashboard";

/** Users by tier, users at a limit, and upgrades. */
export const tierPanels: readonly PanelDeclaration[] = [
  {
    id: "users-by-tier",
    number: 7,
    title: "Users by tier",
    visualisation: { kind: "bars", of: "tier" },
    unit: "short",
    decimals: 0,
    queries: [
      { expr: 'max by (tier) (users{system="accubooks"})', legend: "users" },
    ],
    description: "Users of each tier",
    noValue: "AccuBooks counts no users",
    row: "Tier Metrics",
  },
  {
    id: "limit-hits-by-tier",
    number: 8,
    title: "Limit hits by tier",
    visualisation: { kind: "bars", of: "tier", stackedBy: "limit_type" },
    unit: "short",
    decimals: 0,
    queries: [
      {
        expr: 'sum by (tier, limit_type) (increase(tier_limit_hits_total{system="accubooks"}[$__range]))',
      },
    ],
    description:
      "Requests refused in the time shown because a limit of the tier was reached, by kind of limit",
    noValue: "No limit was reached",
    row: "Tier Metrics",
  },
  {
    id: "upgrade-conversions",
    number: 9,
    title: "Upgrade conversions",
    visualisation: { kind: "table" },
    unit: "short",
    decimals: 0,
    width: 24,
    queries: [
      {
        expr: 'sum by (from_tier, to_tier) (increase(tier_upgrades_total{system="accubooks"}[$__range]))',
        legend: "Upgrades",
      },
    ],
    description: "Users that changed to a higher tier in the time shown",
    noValue: "No upgrades",
    row: "Tier Metrics",
  },
];
