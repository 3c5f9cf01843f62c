/** A small world, and which of the alerts that could concern it fire in it. */
interface SmallWorld {
  readonly name: string;
  /** Series in promtool's notation. */
  readonly world: Readonly<Record<string, string>>;
  /** Time between two values, and between two evaluations. @default "1m" */
  readonly interval?: string;
  /** When the alerts are looked at. */
  readonly at: string;
  /** Names of the alerts that could concern it. */
  readonly asked: readonly string[];
  /** Those of them that fire, once each. */
  readonly fires: readonly string[];
}

const cqvr = (result: string): string =>
  `contract_executions_total{system="cqvr", contract="c1", result="${result}", instance="a", job="cqvr"}`;
const codeverify = (status: string): string =>
  `codeverify_analyses_total{status="${status}", instance="a", job="codeverify"}`;
const titan = (status: string): string =>
  `service_requests_total{system="titan", service="orders", endpoint="/orders", status="${status}", instance="a", job="titan"}`;
const accubooks = (status: string): string =>
  `http_requests_total{system="accubooks", method="GET", route="/", status_code="${status}", instance="a", job="accubooks"}`;
const notified = (integration: string): string =>
  `alertmanager_notifications_total{integration="${integration}", pod="a"}`;
const refused = (integration: string): string =>
  `alertmanager_notifications_failed_total{integration="${integration}", reason="serverError", pod="a"}`;

/** A share of few events: one bad one is above every limit. */
const fewEvents: readonly SmallWorld[] = [
  {
    name: "two executions of contracts in all, which fail",
    world: { [cqvr("failure")]: "0x20 1x1 2x60", [cqvr("success")]: "0x90" },
    at: "27m",
    asked: ["ContractExecutionFailureHigh"],
    fires: [],
  },
  {
    name: "an execution of a contract that fails each minute",
    world: {
      [cqvr("failure")]: "0x20 1+1x60",
      [cqvr("success")]: "0x90",
    },
    at: "32m",
    asked: ["ContractExecutionFailureHigh"],
    fires: ["ContractExecutionFailureHigh"],
  },
  {
    name: "one of six analyses fails",
    world: {
      [codeverify("failed")]: "0x20 1x90",
      [codeverify("passed")]: "0x10 1x2 2x2 3x2 4x2 5x90",
    },
    at: "45m",
    asked: ["HighAnalysisFailureRate"],
    fires: [],
  },
  {
    name: "three of eight analyses fail",
    world: {
      [codeverify("failed")]: "0x18 1x2 2x2 3x90",
      [codeverify("passed")]: "0x10 1x2 2x2 3x2 4x2 5x90",
    },
    at: "45m",
    asked: ["HighAnalysisFailureRate"],
    fires: ["HighAnalysisFailureRate"],
  },
  {
    name: "two failures of a service that is asked once a minute",
    world: {
      [titan("200")]: "0+1x90",
      [titan("500")]: "0x40 1x3 2x60",
    },
    at: "48m",
    asked: [
      "TitanServiceErrorRateHigh",
      "TitanServiceAvailabilitySloViolation",
      "SloErrorBudgetBurnFast",
    ],
    fires: [],
  },
  {
    name: "one failure of forty requests in five minutes",
    world: {
      [accubooks("200")]: "0+8x90",
      [accubooks("500")]: "0x40 1x5 2x5 3x5 4x60",
    },
    at: "52m",
    asked: ["HighErrorRate", "ErrorRateElevated"],
    fires: [],
  },
  {
    name: "one slow request in a quiet night",
    world: {
      'http_request_duration_seconds_bucket{system="accubooks", le="1"}':
        "0+1x40 41x2 42+1x90",
      'http_request_duration_seconds_bucket{system="accubooks", le="2"}':
        "0+1x120",
      'http_request_duration_seconds_bucket{system="accubooks", le="+Inf"}':
        "0+1x120",
    },
    at: "46m",
    asked: ["HighLatency"],
    fires: [],
  },
  {
    name: "one notification of one that fails once, and is sent again",
    world: {
      [notified("slack")]: "0x30 1x4 2x60",
      [refused("slack")]: "0x30 1x90",
    },
    at: "42m",
    asked: ["AlertmanagerNotificationsFailing"],
    fires: [],
  },
  {
    name: "a pager that refuses what is sent every five minutes",
    world: {
      [notified("pagerduty")]: "0x30 1x4 2x4 3x4 4x60",
      [refused("pagerduty")]: "0x30 1x4 2x4 3x4 4x60",
    },
    at: "44m",
    asked: ["AlertmanagerNotificationsFailing"],
    fires: ["AlertmanagerNotificationsFailing"],
  },
];

const pool = (pod: string, used: number): Readonly<Record<string, string>> => ({
  [`db_active_connections{system="accubooks", pod="${pod}"}`]: `${String(used)}x30`,
  [`db_pool_max_connections{system="accubooks", pod="${pod}"}`]: "66x30",
});

/** A sum or a mean that one bad instance hardly changes. */
const oneOfMany: readonly SmallWorld[] = [
  {
    name: "one pool of connections is full, two are not",
    world: { ...pool("a", 66), ...pool("b", 20), ...pool("c", 20) },
    at: "6m",
    asked: ["DatabasePoolExhaustion"],
    fires: ["DatabasePoolExhaustion"],
  },
  {
    name: "one target of a job answers without samples",
    world: Object.fromEntries(
      (
        [
          ["a", 0],
          ["b", 300],
        ] as const
      ).flatMap(([instance, samples]) => {
        const labels = `{system="titan", job="titan", app="titan-mesh", instance="${instance}"}`;
        return [
          [`up${labels}`, "1x30"],
          [`scrape_samples_scraped${labels}`, `${String(samples)}x30`],
        ];
      }),
    ),
    at: "12m",
    asked: ["ScrapeFailing"],
    fires: ["ScrapeFailing"],
  },
];

/** What never ran has no series that could age. */
const neverRan: readonly SmallWorld[] = [
  {
    name: "a back-up of CQVR that never ran, for more than a day",
    world: { 'up{system="cqvr", job="cqvr", instance="a"}': "1x400" },
    interval: "5m",
    at: "27h",
    asked: ["CqvrBackupMissing", "CqvrCollectionStale"],
    fires: ["CqvrBackupMissing", "CqvrCollectionStale"],
  },
  {
    name: "a CQVR that is not deployed",
    world: { 'up{system="titan", job="titan", instance="a"}': "1x400" },
    interval: "5m",
    at: "27h",
    asked: ["CqvrBackupMissing", "CqvrCollectionStale"],
    fires: [],
  },
  {
    name: "scanners that never ran, for more than a day",
    world: { 'up{system="obsidian", job="obsidian", instance="a"}': "1x400" },
    interval: "5m",
    at: "27h",
    asked: ["ObsidianNoScansRunning"],
    fires: ["ObsidianNoScansRunning"],
  },
];

export const faults: readonly SmallWorld[] = [
  ...fewEvents,
  ...oneOfMany,
  ...neverRan,
];
