import type { EnvironmentConfig } from "../../../model/environment";
import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { production as bareProduction } from "../environments/production";
import { staging as bareStaging } from "../environments/staging";

/** The synthetic environments, with what they know of the synthetic systems. */
export const production: EnvironmentConfig = {
  ...bareProduction,
  traces: {
    ...bareProduction.traces,
    systems: {
      market: {
        kind: "tail",
        share: percent(10),
        slow: minutes(5),
        tracesPerSecond: 5,
      },
    },
  },
  collectionImages: { depot: "registry.example.com/yard/depot:1.0.0" },
  systemUrls: {
    depot: {
      page: "https://depot.example.com/",
      health: "http://depot.yard.svc:8080/health",
    },
  },
};

export const staging: EnvironmentConfig = {
  ...bareStaging,
  collectionImages: { depot: "registry.example.com/yard/depot:1.0.0" },
  outsideTargets: [
    {
      system: "depot",
      target: "depot",
      addresses: ["depot-exporter.staging.example.com:9108"],
      reason: "staging's depot is installed on a host",
    },
  ],
  systemUrls: {
    depot: {
      page: "https://staging.depot.example.com/",
      health: "https://staging.depot.example.com/health",
    },
  },
  thresholds: [
    {
      system: "market",
      alert: "MarketPodMemory",
      threshold: "usedRatio",
      value: percent(95),
      reason: "staging's workers are small",
    },
    {
      system: "market",
      alert: "MarketErrors",
      threshold: "errorRatio",
      value: percent(20),
      reason: "staging's market is tried with broken orders",
    },
  ],
};

/** In the order in which a change comes to them. */
export const environments: readonly EnvironmentConfig[] = [staging, production];
