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

describe("one cause notifies once, by its own name", () => {
  const tier = (system: string, slo: string, burn_tier = "1h") =>
    fires(system, "SloErrorBudgetBurnFast", { slo, burn_tier });
  const budget = (system: string, slo: string) =>
    fires(system, "SloErrorBudgetBurningFast", { slo, priority: "P0" });

  it.each([
    [
      "CQVR is down",
      [
        fires("cqvr", "SystemDown", { probe: "health" }),
        tier("cqvr", "availability"),
        tier("cqvr", "availability", "6h"),
        budget("cqvr", "availability"),
        fires("cqvr", "ContractExecutionFailureHigh"),
        fires("cqvr", "CqvrMetricsAbsent"),
        fires("cqvr", "CpuUsageHigh", { instance: "host-a" }),
      ],
      ["SystemDown health"],
    ],
    [
      "CQVR is down after its disk has filled",
      [
        fires("cqvr", "SystemDown", { probe: "health" }),
        fires("cqvr", "DiskUsageCritical", {
          instance: "host-a",
          mountpoint: "/",
        }),
      ],
      ["DiskUsageCritical host-a /", "SystemDown health"],
    ],
    [
      "CodeQual's DeepWiki is down",
      [
        fires("codequal", "DeepWikiDown"),
        fires("codequal", "CodequalHealthCheckFailing", { probe: "health" }),
        fires("codequal", "HighFailureRate"),
        tier("codequal", "analysis-success"),
        tier("codequal", "deepwiki-availability"),
        budget("codequal", "deepwiki-availability"),
      ],
      ["DeepWikiDown"],
    ],
    [
      "AccuBooks is down and has no metrics",
      [
        fires("accubooks", "SystemDown", { probe: "health" }),
        fires("accubooks", "AccubooksMetricsAbsent"),
        fires("accubooks", "HighErrorRate"),
      ],
      ["SystemDown health"],
    ],
    [
      "AccuBooks has no metrics, which is all that is known",
      [fires("accubooks", "AccubooksMetricsAbsent")],
      ["AccubooksMetricsAbsent"],
    ],
    [
      "an SLO burns, and nothing else is known",
      [
        tier("nebula", "api-availability"),
        budget("nebula", "api-availability"),
      ],
      ["SloErrorBudgetBurnFast 1h api-availability"],
    ],
    [
      "one tenant sees another's data while the system is down",
      [
        fires("accubooks", "SystemDown", { probe: "health" }),
        fires("accubooks", "TenantIsolationViolation", { resource: "invoice" }),
      ],
      ["SystemDown health", "TenantIsolationViolation true invoice"],
    ],
    [
      "another system is down",
      [
        fires("nebula", "NebulaDown", { probe: "health" }),
        tier("aurora", "api-availability"),
      ],
      ["NebulaDown health", "SloErrorBudgetBurnFast 1h api-availability"],
    ],
  ])("%s", async (_, alerts, notified) => {
    expect((await alertmanager.states(alerts)).notified).toEqual(notified);
  });
});
