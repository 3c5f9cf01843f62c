import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";

/** FREE, STARTER, PRO. */
const tiers = 3;

/** What users do with AccuBooks, and whether they can rely on its figures. */
export const businessMetrics = {
  active_users: gauge({
    requirement: "ACC-M19",
    help: "Distinct users that were active, by window (now, 1h, 1d), read from a shared store by every replica",
    labels: { window: 3 },
  }),
  forecasts_generated_total: counter({
    requirement: "ACC-M20",
    help: "Forecasts generated",
    labels: { tier: tiers },
  }),
  tier_limit_hits_total: counter({
    requirement: "ACC-M21",
    help: "Requests refused because a limit of the user's tier was reached",
    labels: { tier: tiers, limit_type: 5 },
  }),
  users_at_tier_limit: gauge({
    requirement: "ACC-M22",
    help: "Distinct users that reached a limit of their tier in the last 24 hours",
    labels: { tier: tiers },
  }),
  users: gauge({
    requirement: "ACC-M23",
    help: "Users",
    labels: { tier: tiers },
  }),
  tier_upgrades_total: counter({
    requirement: "ACC-M24",
    help: "Users that changed to a higher tier",
    labels: { from_tier: tiers, to_tier: tiers },
  }),
  trust_layer_interactions_total: counter({
    requirement: "ACC-M25",
    help: "Uses of the trust layer, by component (calculation_explainer, assumptions_panel, confidence_indicator)",
    labels: { component: 3 },
  }),
  forecast_views_total: counter({
    requirement: "ACC-M26",
    help: "Views of a forecast, by whether the trust layer was used in them",
    labels: { trust_layer_used: 2 },
  }),
  logins_total: counter({
    requirement: "ACC-M27",
    help: "Attempts to log in, by result (success, failure)",
    labels: { result: 2 },
  }),
  session_duration_seconds: histogram({
    requirement: "ACC-M28",
    help: "Time from the login to the end of a session",
    buckets: [60, 300, 600, 1800, 3600, 7200, 14400],
  }),
  scenarios_created_total: counter({
    requirement: "ACC-M29",
    help: "Scenarios created",
    labels: { tier: tiers },
  }),
  forecast_trust_feedback_total: counter({
    requirement: "ACC-M30",
    help: "Answers to the question whether a forecast is trusted",
    labels: { trusted: 2 },
  }),
  support_tickets_total: counter({
    requirement: "ACC-M31",
    help: "Support tickets opened",
    labels: { category: 8 },
  }),
  nps_responses_total: counter({
    requirement: "ACC-M32",
    help: "Answers to the question for a recommendation, by category (promoter, passive, detractor)",
    labels: { category: 3 },
  }),
  calculation_errors_total: counter({
    requirement: "ACC-M33",
    help: "Figures that a check of the calculation found wrong",
    labels: { calculation: 12 },
  }),
  tenant_isolation_violations_total: counter({
    requirement: "ACC-M34",
    help: "Accesses that reached the data of another tenant",
    labels: { resource: 12 },
  }),
} as const satisfies MetricContract;
