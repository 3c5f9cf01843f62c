import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";

const tiers = values("FREE", "STARTER", "PRO");

/** User behaviour, and integrity of the figures. */
export const businessMetrics = {
  active_users: gauge({
    help: "Distinct users that were active, by window (now, 1h, 1d), read from a shared store by every replica",
    labels: { window: values("now", "1h", "1d") },
  }),
  forecasts_generated_total: counter({
    help: "Forecasts generated",
    labels: { tier: tiers },
  }),
  tier_limit_hits_total: counter({
    help: "Requests refused because a limit of the user's tier was reached",
    labels: {
      tier: tiers,
      limit_type: open({ upTo: 5, examples: ["forecasts", "scenarios"] }),
    },
  }),
  users_at_tier_limit: gauge({
    help: "Distinct users that reached a limit of their tier in the last 24 hours",
    labels: { tier: tiers },
  }),
  users: gauge({
    help: "Users",
    labels: { tier: tiers },
  }),
  tier_upgrades_total: counter({
    help: "Users that changed to a higher tier",
    labels: { from_tier: tiers, to_tier: tiers },
  }),
  trust_layer_interactions_total: counter({
    help: "Uses of the trust layer, by component (calculation_explainer, assumptions_panel, confidence_indicator)",
    labels: {
      component: values(
        "calculation_explainer",
        "assumptions_panel",
        "confidence_indicator",
      ),
    },
  }),
  forecast_views_total: counter({
    help: "Views of a forecast, by whether the trust layer was used in them",
    labels: { trust_layer_used: values("true", "false") },
  }),
  logins_total: counter({
    help: "Attempts to log in, by result (success, failure)",
    labels: { result: values("success", "failure") },
  }),
  session_duration_seconds: histogram({
    help: "Time from the login to the end of a session",
    buckets: [60, 300, 600, 1800, 3600, 7200, 14400],
  }),
  scenarios_created_total: counter({
    help: "Scenarios created",
    labels: { tier: tiers },
  }),
  forecast_trust_feedback_total: counter({
    help: "Answers to the question whether a forecast is trusted",
    labels: { trusted: values("true", "false") },
  }),
  support_tickets_total: counter({
    help: "Support tickets opened",
    labels: { category: open({ upTo: 8, examples: ["billing", "accuracy"] }) },
  }),
  nps_responses_total: counter({
    help: "Answers to the question for a recommendation, by category (promoter, passive, detractor)",
    labels: { category: values("promoter", "passive", "detractor") },
  }),
  calculation_errors_total: counter({
    help: "Figures that a check of the calculation found wrong",
    appears: "after the first wrong figure",
    labels: { calculation: open({ upTo: 12, examples: ["vat", "cash_flow"] }) },
  }),
  tenant_isolation_violations_total: counter({
    help: "Accesses that reached the data of another tenant",
    appears: "after the first such access",
    labels: { resource: open({ upTo: 12, examples: ["invoice", "forecast"] }) },
  }),
} as const satisfies MetricContract;
