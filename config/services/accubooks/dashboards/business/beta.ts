import type { PanelDeclaration } from "../../../../../model/dashboard";
import { count } from "../../../../../model/threshold";

/** Panels for the beta with selected users; the row can be collapsed afterwards. */
export const betaPanels: readonly PanelDeclaration[] = [
  {
    id: "trust-rate",
    number: 10,
    title: "Trust rate",
    visualisation: { kind: "stat" },
    unit: "percentunit",
    decimals: 1,
    queries: [{ expr: "accubooks:trust:ratio_7d" }],
    description:
      "Share of the answers of the last seven days that trust the forecast",
    noValue: "No answers in seven days",
    row: "Beta Metrics",
  },
  {
    id: "nps-score",
    number: 12,
    title: "NPS score",
    visualisation: { kind: "stat" },
    unit: "short",
    decimals: 0,
    thresholds: {
      kind: "steps",
      base: "red",
      steps: [
        { colour: "yellow", from: count(0, "points") },
        { colour: "green", from: count(30, "points") },
      ],
    },
    queries: [{ expr: "accubooks:nps:score_30d" }],
    description:
      "Promoters less detractors of the last 30 days, in percent of all answers: -100 to 100",
    noValue: "No answers in 30 days",
    row: "Beta Metrics",
  },
  {
    id: "support-tickets",
    number: 11,
    title: "Support tickets",
    unit: "short",
    queries: [
      {
        expr: 'sum by (category) (increase(support_tickets_total{system="accubooks"}[1d]))',
        legend: "{{category}}",
      },
    ],
    description: "Tickets opened in the day before, by category",
    noValue: "No tickets",
    row: "Beta Metrics",
  },
];
