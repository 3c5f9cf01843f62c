import type { AlertDeclaration } from "../../../../model/alert";
import { days, hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { gaugeRatioLimit } from "../../../../patterns/alerts/gauge-ratio-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { forecastViews } from "../events";
import { PATHS } from "../priorities";
import { countedRate } from "./counted";

const dashboard = "accubooks-business-metrics";

/** Share of users that reached a limit, over all tiers. */
const usersAtLimit = {
  part: 'users_at_tier_limit{system="accubooks"}',
  whole: 'users{system="accubooks"}',
  aggregation: "sum",
} as const;

/** More users than AccuBooks is sized for, or user behaviour below expectations. */
export const businessAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "ActiveUsersCapacity",
    gauge: 'active_users{system="accubooks", window="now"}',
    aggregation: "max",
    limit: { name: "users", value: count(5000, "users"), comparison: ">" },
    for: minutes(5),
    priority: "P2",
    summary: "{{ $value }} concurrent users (normal 10-500)",
    description:
      "For 5 minutes ten times as many users as usual have been active: compare with what the database and the workers bear.",
    action: "Find what is nearest to its own limit.",
    runbook: "accubooks/capacity",
    dashboard: "accubooks-executive-overview",
  }),
  countedRate({
    name: "ForecastAbuse",
    query: "accubooks:forecasts:increase1h",
    counter: 'forecasts_generated_total{system="accubooks"}',
    example: {
      'forecasts_generated_total{system="accubooks", tier="FREE"}': 1,
    },
    limit: { name: "forecasts", value: count(1000, "forecasts in an hour") },
    perMinute: 1000 / 60,
    neverExactly: "increase() makes no whole number of whole events",
    window: hours(1),
    for: minutes(5),
    priority: "P2",
    summary: "{{ $value | humanize }} forecasts in one hour (normal 10-100)",
    description:
      "For 5 minutes the forecasts of the last hour have been ten times as many as usual: one account in a loop, or abuse.",
    action: "See whether it goes on, and which tier it is.",
    runbook: "accubooks/abuse",
    dashboard,
  }),
  gaugeRatioLimit({
    name: "TierLimitHitsWidespread",
    ratio: "accubooks:users_at_limit:ratio",
    gauges: usersAtLimit,
    limit: { name: "atLimitRatio", value: percent(50), comparison: ">" },
    for: minutes(30),
    priority: "P3",
    path: PATHS.planning,
    summary: "{{ $value | humanizePercentage }} of users hit a tier limit",
    description:
      "For half an hour more than half of the users have stood at a limit of their tier. It is a question for planning, not a fault.",
    action: "See which limit, and whether a release lowered it.",
    runbook: "accubooks/tier-limits",
    dashboard,
  }),
  ratioLimit({
    name: "TrustLayerUsageLow",
    events: forecastViews,
    shows: "good",
    ratio: "accubooks:trust_layer_usage:ratio_1d",
    limit: { name: "usedRatio", value: percent(60) },
    all: {
      counter: forecastViews.total,
      bad: "views did without",
    },
    bad: {
      counter:
        'forecast_views_total{system="accubooks", trust_layer_used="false"}',
      window: days(1),
      evenOne:
        "no fault but a question of use, which a whole day of views must ask",
    },
    for: days(1),
    priority: "P3",
    summary:
      "Trust layer used in {{ $value | humanizePercentage }} of forecast views (target 60 %)",
    description:
      "For a day fewer views of forecasts than planned have used the explanations of the trust layer.",
    action: "See whether a component no longer loads.",
    runbook: "accubooks/trust-layer",
    dashboard,
  }),
];
