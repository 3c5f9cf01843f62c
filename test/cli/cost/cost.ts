import type { CostEntry } from "../../../inventory/inventory";

/** A cost of an environment with two systems. */
export const cost: CostEntry = {
  atMost: 2_345_678,
  typical: 1_234_567,
  budget: 2_000_000,
  samplesPerSecond: 41_152.2,
  samplesReadPerSecond: 1000,
  systems: [
    {
      system: "till",
      atMost: 90,
      typical: 30,
      budget: 60,
      samplesPerSecond: 1,
      samplesReadPerSecond: 0,
      lines: [
        {
          name: "till_sales_total",
          kind: "metric",
          atMost: 90,
          samplesPerSecond: 3,
        },
      ],
      dearestRules: [],
      unknownReads: [],
    },
    {
      system: "shop",
      atMost: 2000,
      typical: 1000,
      budget: 200_000,
      samplesPerSecond: 33.333,
      samplesReadPerSecond: 1000,
      lines: [
        {
          name: "shop:orders:rate5m",
          kind: "recorded",
          atMost: 80,
          typical: 2,
          samplesPerSecond: 0.033,
        },
        {
          name: "shop_orders_total",
          kind: "metric",
          atMost: 1920,
          typical: 998,
          samplesPerSecond: 33.3,
        },
      ],
      dearestRules: [
        { name: "shop:orders:rate5m", samplesReadPerSecond: 1000 },
      ],
      unknownReads: [],
    },
  ],
  cluster: [{ name: "nodes", series: 25_000, samplesPerSecond: 833.333 }],
  stores: {
    metrics: {
      retention: "30d",
      bytesPerDay: 7_111_100_160,
      kept: 213_333_004_800,
      volume: {
        path: "prometheus.volume",
        needed: 213_333_004_800,
        usable: 456_340_275_200,
      },
      unknown: [],
    },
    logs: {
      retention: "30d",
      bytesPerDay: 500_000,
      kept: 15_000_000,
      volume: { path: "logs.volume", needed: 15_000_000, usable: 5e10 },
      unknown: ["till"],
    },
    traces: {
      retention: "3d",
      bytesPerDay: 0,
      kept: 0,
      unknown: ["shop", "till"],
    },
  },
};
