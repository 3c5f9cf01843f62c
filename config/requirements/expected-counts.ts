import type { Counts, Kind } from "./declared-counts";

/** What the specification counts for a system. */
export interface Expectation {
  /** Its name on the page. */
  readonly system: string;
  /** How the IDs of its requirements begin. */
  readonly prefixes: readonly string[];
  /** How many of each kind. */
  readonly expected: Counts;
  /** Why there is another number of a kind. */
  readonly because?: Readonly<Partial<Record<Kind, string>>>;
}

/** In the order of the specification's table of counts. */
const counts = (
  metrics: number,
  recordingRules: number,
  alerts: number,
  logAlerts: number,
  slos: number,
  logQueries: number,
  traceQueries: number,
  targets: number,
  dashboards: number,
  panels: number,
): Counts => ({
  metrics,
  "recording rules": recordingRules,
  alerts,
  "log alerts": logAlerts,
  SLOs: slos,
  "log queries": logQueries,
  "trace queries": traceQueries,
  "targets and probes": targets,
  dashboards,
  panels,
});

/** Expected of each system. */
export const EXPECTED: readonly Expectation[] = [
  {
    system: "CQVR",
    prefixes: ["CQVR"],
    expected: counts(24, 11, 18, 1, 3, 2, 0, 4, 1, 17),
    because: {
      alerts:
        "CQVR-T3's probe of the dashboard has an alert of its own, CqvrDashboardDown",
      "targets and probes":
        "CQVR-T2 is the job that collects, which the owner of the workload is given, and CQVR-T4 the mirror in CloudWatch; CQVR-T3 is two probes",
    },
  },
  {
    system: "CodeVerify",
    prefixes: ["CV"],
    expected: counts(19, 15, 13, 2, 4, 3, 4, 5, 6, 36),
    because: {
      metrics: "CV-M19 names one exporter, of which three metrics are read",
      "targets and probes":
        "CV-T3 and CV-T5 are no targets of their own: one says that there is a monitor for each kind of pod, the other how Kubernetes asks the pods; the exporter of CV-M19 is counted as it is scraped",
    },
  },
  {
    system: "CodeQual",
    prefixes: ["CQ"],
    expected: counts(28, 18, 21, 2, 3, 2, 4, 5, 6, 40),
    because: {
      alerts:
        "the probes of CQ-T4 and CQ-T5 that no listed alert reads have alerts of their own, CodequalNotReady and CodequalPublicDashboardDown",
    },
  },
  {
    system: "nebula",
    prefixes: ["NEB"],
    expected: counts(10, 16, 10, 0, 3, 0, 0, 2, 1, 9),
    because: {
      alerts:
        "the probe of NEB-T2 has an alert, NebulaDown, which the specification does not list",
    },
  },
  {
    system: "sentinel",
    prefixes: ["SEN"],
    expected: counts(11, 13, 8, 0, 3, 0, 0, 2, 1, 10),
    because: {
      alerts:
        "the probe of SEN-T2 has an alert, SentinelDown, which the specification does not list",
    },
  },
  {
    system: "chronos",
    prefixes: ["CHR"],
    expected: counts(10, 14, 8, 0, 3, 0, 0, 3, 1, 10),
    because: {
      alerts:
        "the probe of CHR-T2 has an alert, ChronosDown, which the specification does not list",
    },
  },
  {
    system: "titan",
    prefixes: ["TIT"],
    expected: counts(9, 17, 9, 0, 4, 0, 0, 3, 1, 12),
    because: {
      alerts:
        "the probe of TIT-T2 has an alert, TitanDown, which the specification does not list",
      "targets and probes":
        "TIT-T3 says that TIT-T1 is one monitor for all services of the mesh",
    },
  },
  {
    system: "obsidian",
    prefixes: ["OBS"],
    expected: counts(7, 13, 9, 0, 4, 0, 0, 3, 1, 9),
    because: {
      alerts:
        "the probe of OBS-T2 has an alert, ObsidianDown, which the specification does not list",
      "targets and probes":
        "OBS-T3 is the platform's Pushgateway, which is scraped once for all",
    },
  },
  {
    system: "aurora",
    prefixes: ["AUR"],
    expected: counts(14, 24, 11, 0, 5, 0, 0, 2, 1, 13),
    because: {
      alerts:
        "the probe of AUR-T2 has an alert, AuroraDown, which the specification does not list",
    },
  },
  {
    system: "across the six",
    prefixes: ["XMR"],
    expected: counts(0, 6, 6, 1, 0, 2, 3, 0, 2, 16),
    because: {
      alerts:
        "XMR-A2 is two alerts of one name, since the priority of the SLO concerned decides: one of SLOs that are P0, one of those that are P1",
      "log queries":
        "XMR-L1 asks in a sentence for a query in each of the six, which the specification does not count",
    },
  },
  {
    system: "AccuBooks",
    prefixes: ["ACC"],
    expected: counts(35, 32, 30, 1, 6, 1, 2, 4, 4, 40),
    because: {
      metrics:
        "ACC-M3 and ACC-M5 are shares of what other metrics count: recording rules give them",
    },
  },
  {
    system: "platform",
    prefixes: ["PLAT"],
    expected: counts(1, 3, 20, 0, 0, 0, 0, 0, 1, 9),
    because: {
      alerts:
        "PLAT-A1 is the alert Watchdog, which the chart brings and the heartbeat route takes",
      "targets and probes":
        "PLAT-8 asks for an exporter of PostgreSQL; it stands beside CodeVerify",
    },
  },
];

/** The same of several at once. */
export const TOGETHER: readonly Omit<Expectation, "because">[] = [
  {
    system: "**the six and across**",
    prefixes: ["NEB", "SEN", "CHR", "TIT", "OBS", "AUR", "XMR"],
    expected: counts(61, 103, 61, 1, 22, 2, 3, 15, 8, 79),
  },
  {
    system: "**all**",
    prefixes: EXPECTED.flatMap(({ prefixes }) => prefixes),
    expected: counts(168, 182, 163, 7, 38, 10, 13, 33, 26, 221),
  },
];
