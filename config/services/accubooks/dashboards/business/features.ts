import type { PanelDeclaration } from "../../../../../model/dashboard";

/** What users create, and whether they read the explanations. */
export const featurePanels: readonly PanelDeclaration[] = [
  {
    id: "scenarios-created",
    number: 4,
    title: "Scenarios created",
    unit: "short",
    queries: [
      {
        expr: 'sum by (tier) (increase(scenarios_created_total{system="accubooks"}[1h]))',
        legend: "{{tier}}",
      },
    ],
    description: "Scenarios created in the hour before, by tier",
    noValue: "No scenarios",
    row: "Feature Usage",
  },
  {
    id: "forecasts-generated",
    number: 5,
    title: "Forecasts generated",
    unit: "short",
    queries: [
      {
        expr: 'sum by (tier) (increase(forecasts_generated_total{system="accubooks"}[1h]))',
        legend: "{{tier}}",
      },
    ],
    description: "Forecasts generated in the hour before, by tier",
    noValue: "No forecasts",
    row: "Feature Usage",
  },
  {
    id: "trust-layer-interactions",
    number: 6,
    title: "Trust layer interactions",
    unit: "short",
    width: 24,
    queries: [
      {
        expr: 'sum by (component) (increase(trust_layer_interactions_total{system="accubooks"}[1h]))',
        legend: "{{component}}",
      },
      {
        expr: "accubooks:trust_layer_usage:ratio_1d",
        legend: "usage share (right axis)",
        rightAxis: { unit: "percentunit" },
        thresholds: {
          kind: "steps",
          base: "yellow",
          steps: [
            {
              colour: "green",
              alert: "TrustLayerUsageLow",
              threshold: "usedRatio",
            },
          ],
        },
      },
    ],
    description:
      "Uses of the trust layer in the hour before, by component, and the share of forecast views of a day that used it (right)",
    noValue: "No interactions",
    row: "Feature Usage",
  },
];
