import { organisation } from "../../../cli/organisation";
import type { InhibitingAlertmanager } from "../../support/inhibiting-alertmanager";
import {
  firing,
  inhibitingAlertmanager,
} from "../../support/inhibiting-alertmanager";

const { environments, services } = organisation;

let alertmanager: InhibitingAlertmanager;

beforeAll(
  async () => {
    const production = environments.find(({ name }) => name === "production");
    if (production === undefined) throw new Error("no production");
    alertmanager = await inhibitingAlertmanager(production, services);
  },
  20 * 60 * 1000,
);
afterAll(() => alertmanager.stop());

const fires = (
  system: string,
  name: string,
  series: Readonly<Record<string, string>> = {},
) => firing(services, system, name, series);

describe("an alert inhibits another of its condition where they agree in the labels of both", () => {
  it.each([
    [
      "a pod's memory",
      [
        fires("codequal", "MemoryExhaustionPredicted", {
          namespace: "codequal",
          pod: "api-1",
        }),
        fires("codequal", "HighMemoryUsage", {
          namespace: "codequal",
          pod: "api-1",
        }),
        fires("codequal", "HighMemoryUsage", {
          namespace: "codequal",
          pod: "worker-7",
        }),
      ],
      {
        notified: [
          "HighMemoryUsage codequal worker-7",
          "MemoryExhaustionPredicted codequal api-1",
        ],
        inhibited: ["HighMemoryUsage codequal api-1"],
      },
    ],
    [
      "a host's file system",
      [
        fires("cqvr", "DiskUsageCritical", {
          instance: "host-a",
          mountpoint: "/",
        }),
        fires("cqvr", "DiskUsageHigh", { instance: "host-a", mountpoint: "/" }),
        fires("cqvr", "DiskUsageHigh", {
          instance: "host-a",
          mountpoint: "/data",
        }),
        fires("cqvr", "DiskUsageHigh", { instance: "host-b", mountpoint: "/" }),
      ],
      {
        notified: [
          "DiskUsageCritical host-a /",
          "DiskUsageHigh host-a /data",
          "DiskUsageHigh host-b /",
        ],
        inhibited: ["DiskUsageHigh host-a /"],
      },
    ],
    [
      "a quota",
      [
        fires("nebula", "NebulaGcpFreeTierExceeded", {
          gcp_service: "run",
          quota: "cpu",
        }),
        fires("nebula", "NebulaGcpFreeTierApproaching", {
          gcp_service: "run",
          quota: "cpu",
        }),
        fires("nebula", "NebulaGcpFreeTierApproaching", {
          gcp_service: "run",
          quota: "memory",
        }),
      ],
      {
        notified: [
          "NebulaGcpFreeTierApproaching run memory",
          "NebulaGcpFreeTierExceeded run cpu",
        ],
        inhibited: ["NebulaGcpFreeTierApproaching run cpu"],
      },
    ],
    [
      "a volume, where one alert has more labels than the other",
      [
        fires("codequal", "DeepWikiDiskCritical", { volume: "repositories" }),
        fires("codequal", "DeepWikiDiskFullPredicted", {
          volume: "repositories",
          pod: "deepwiki-0",
        }),
        fires("codequal", "DeepWikiDiskWarning", { volume: "cache" }),
      ],
      {
        notified: [
          "DeepWikiDiskCritical repositories",
          "DeepWikiDiskWarning cache",
        ],
        inhibited: ["DeepWikiDiskFullPredicted deepwiki-0 repositories"],
      },
    ],
    [
      "a whole system, which has no other labels",
      [
        fires("accubooks", "HighErrorRate"),
        fires("accubooks", "ErrorRateElevated"),
        fires("accubooks", "HighLatency"),
      ],
      {
        notified: ["HighErrorRate", "HighLatency"],
        inhibited: ["ErrorRateElevated"],
      },
    ],
    [
      "an SLO",
      [
        fires("titan", "SloErrorBudgetExhausted", { slo: "availability" }),
        fires("titan", "SloErrorBudgetLow", { slo: "availability" }),
        fires("titan", "SloErrorBudgetLow", { slo: "latency" }),
      ],
      {
        notified: [
          "SloErrorBudgetExhausted availability",
          "SloErrorBudgetLow latency",
        ],
        inhibited: ["SloErrorBudgetLow availability"],
      },
    ],
  ])("%s", async (_, alerts, expected) => {
    expect(await alertmanager.states(alerts)).toEqual(expected);
  });
});
