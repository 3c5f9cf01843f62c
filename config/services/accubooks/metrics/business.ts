import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  between,
  bySet,
  never,
  observed,
  perDay,
  perHour,
} from "../../../../model/typical/typical";

const tiers = values("FREE", "STARTER", "PRO");

/** Each begins a session. */
const logins = perHour(400);

/** User behaviour, and integrity of the figures. */
export const businessMetrics = {
  active_users: gauge({
    help: "Distinct users that were active, by window (now, 1h, 1d), read from a shared store by every replica",
    labels: { window: values("now", "1h", "1d") },
    typical: bySet({
      'window="now"': between(180, 320, 430),
      'window="1h"': between(450, 560, 680),
      'window="1d"': between(1500, 1600, 1700),
    }),
  }),
  forecasts_generated_total: counter({
    help: "Forecasts generated",
    labels: { tier: tiers },
    typical: bySet({
      'tier="FREE"': perHour(22),
      'tier="STARTER"': perHour(38),
      'tier="PRO"': perHour(30),
    }),
  }),
  tier_limit_hits_total: counter({
    help: "Requests refused because a limit of the user's tier was reached",
    labels: {
      tier: tiers,
      limit_type: open({ upTo: 5, examples: ["forecasts", "scenarios"] }),
    },
    typical: bySet({
      'tier="FREE",limit_type="forecasts"': perHour(20),
      'tier="FREE",limit_type="scenarios"': perHour(9),
      'tier="STARTER"': perHour(4),
      'tier="PRO",limit_type="scenarios"': perDay(2),
    }),
  }),
  users_at_tier_limit: gauge({
    help: "Distinct users that reached a limit of their tier in the last 24 hours",
    labels: { tier: tiers },
    typical: bySet({
      'tier="FREE"': between(180, 220, 260),
      'tier="STARTER"': between(20, 32, 45),
      'tier="PRO"': between(0, 1, 3),
    }),
    partOf: "users",
  }),
  users: gauge({
    help: "Users",
    labels: { tier: tiers },
    typical: bySet({
      'tier="FREE"': between(2600, 2605, 2610),
      'tier="STARTER"': between(800, 801, 803),
      'tier="PRO"': between(300, 300, 301),
    }),
  }),
  tier_upgrades_total: counter({
    help: "Users that changed to a higher tier",
    labels: { from_tier: tiers, to_tier: tiers },
    typical: bySet({
      'from_tier="FREE",to_tier="STARTER"': perDay(7),
      'from_tier="STARTER",to_tier="PRO"': perDay(2),
      'from_tier="FREE",to_tier="PRO"': perDay(0.5),
    }),
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
    typical: bySet({
      'component="calculation_explainer"': perHour(260),
      'component="assumptions_panel"': perHour(150),
      'component="confidence_indicator"': perHour(340),
    }),
  }),
  forecast_views_total: counter({
    help: "Views of a forecast, by whether the trust layer was used in them",
    labels: { trust_layer_used: values("true", "false") },
    typical: bySet({
      'trust_layer_used="true"': perHour(430),
      'trust_layer_used="false"': perHour(170),
    }),
  }),
  logins_total: counter({
    help: "Attempts to log in, by result (success, failure)",
    labels: { result: values("success", "failure") },
    typical: bySet({
      'result="success"': logins,
      'result="failure"': perHour(25),
    }),
  }),
  session_duration_seconds: histogram({
    help: "Time from the login to the end of a session",
    buckets: [60, 300, 600, 1800, 3600, 7200, 14400],
    typical: observed(logins, { p50: 1500, p95: 7000, p99: 12_000 }),
  }),
  scenarios_created_total: counter({
    help: "Scenarios created",
    labels: { tier: tiers },
    typical: bySet({
      'tier="FREE"': perHour(12),
      'tier="STARTER"': perHour(35),
      'tier="PRO"': perHour(45),
    }),
  }),
  forecast_trust_feedback_total: counter({
    help: "Answers to the question whether a forecast is trusted",
    labels: { trusted: values("true", "false") },
    typical: bySet({
      'trusted="true"': perHour(18),
      'trusted="false"': perHour(3),
    }),
  }),
  support_tickets_total: counter({
    help: "Support tickets opened",
    labels: { category: open({ upTo: 8, examples: ["billing", "accuracy"] }) },
    typical: bySet({
      'category="billing"': perDay(9),
      'category="accuracy"': perDay(4),
    }),
  }),
  nps_responses_total: counter({
    help: "Answers to the question for a recommendation, by category (promoter, passive, detractor)",
    labels: { category: values("promoter", "passive", "detractor") },
    typical: bySet({
      'category="promoter"': perDay(24),
      'category="passive"': perDay(11),
      'category="detractor"': perDay(6),
    }),
  }),
  calculation_errors_total: counter({
    help: "Figures that a check of the calculation found wrong",
    appears: "after the first wrong figure",
    labels: { calculation: open({ upTo: 12, examples: ["vat", "cash_flow"] }) },
    typical: never,
  }),
  tenant_isolation_violations_total: counter({
    help: "Accesses that reached the data of another tenant",
    appears: "after the first such access",
    labels: { resource: open({ upTo: 12, examples: ["invoice", "forecast"] }) },
    typical: never,
  }),
} as const satisfies MetricContract;
