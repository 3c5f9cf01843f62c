import type { ReleaseGate } from "../../model/release-gate";
import { checkAccess } from "./checks/access";
import { checkAlertmanager } from "./checks/alertmanager";
import { checkChartMetrics } from "./checks/chart-metrics";
import { checkContracts } from "./checks/contracts";
import { checkDashboards } from "./checks/dashboards";
import { checkDataSources } from "./checks/data-sources";
import { checkHeartbeat } from "./checks/heartbeat";
import { checkMetrics } from "./checks/metrics";
import { checkProvokedFault } from "./checks/provoked-fault";
import type { Provocation } from "./checks/provoked-fault";
import { checkRedundancy } from "./checks/redundancy";
import { checkRetention } from "./checks/retention";
import { checkRules } from "./checks/rules";
import { checkTargets } from "./checks/targets";
import { checkTestAlerts } from "./checks/test-alert";
import type { TestAlertSettings } from "./checks/test-alert";
import { isOpen } from "./finding";
import type { Finding } from "./finding";
import { evidenceFile, gateReport } from "./gate-report";
import { isItemOpen, judgedGate, judgedItems } from "./gate";
import { jsonReport } from "./json-report";
import type { JsonReport } from "./json-report";
import { report } from "./report";
import type { ReportFacts } from "./report";
import type { Running } from "./running";

/** What is verified, and the options. */
export interface Verification {
  readonly running: Running;
  /** Of the one system that is looked at. @default none waits */
  readonly gate?: ReleaseGate;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly operator: string;
  /** Logins or mail addresses of whoever is on call. */
  readonly onCall: readonly string[];
  /** What a person has seen. */
  readonly confirmed: ReadonlySet<string>;
  readonly rightlyEmpty: ReadonlySet<string>;
  readonly testAlert: TestAlertSettings;
  /** @default no fault is provoked */
  readonly provocation?: Provocation;
}

/** What a person or a program reads, and whether anything is open. */
export interface Verified {
  /** Markdown. */
  readonly text: string;
  readonly json: JsonReport;
  readonly holds: boolean;
  /** Where the gate's report is kept. @default there is no gate */
  readonly evidence?: string;
}

/** Runs all checks, one after the other, and judges the findings. */
export async function verify(verification: Verification): Promise<Verified> {
  const { running, gate, confirmed, now } = verification;
  const findings = await findingsOf(verification);
  const facts: ReportFacts = {
    environment: running.environment.name,
    systems: running.chosen.map(({ displayName }) => displayName),
    at: new Date(now).toISOString(),
    operator: verification.operator,
  };
  const holds = !findings.some(isOpen);
  if (gate === undefined) {
    return {
      text: report(facts, findings),
      json: jsonReport(facts, findings, holds),
      holds,
    };
  }
  const judged = judgedGate(gate, { findings, confirmed });
  const opens = holds && !judgedItems(judged).some(isItemOpen);
  return {
    text: gateReport(facts, gate, judged, findings),
    json: jsonReport(facts, findings, opens, judged),
    holds: opens,
    evidence: evidenceFile(gate, facts.at),
  };
}

async function findingsOf({
  running,
  gate,
  now,
  onCall,
  rightlyEmpty,
  testAlert,
  provocation,
}: Verification): Promise<readonly Finding[]> {
  const { onProgress } = testAlert;
  const parts: readonly (readonly [
    string,
    () => Promise<readonly Finding[]>,
  ])[] = [
    ["targets", () => checkTargets(running)],
    ["metrics", () => checkMetrics(running)],
    ["contracts of metrics", () => checkContracts(running, { now })],
    ...(running.chosen.length === running.services.length
      ? [
          [
            "metrics of charts",
            () => checkChartMetrics(running, { now }),
          ] as const,
        ]
      : []),
    ["rules", () => checkRules(running)],
    ["data sources", () => checkDataSources(running)],
    ["dashboards", () => checkDashboards(running, { now, rightlyEmpty })],
    ["access", () => checkAccess(running, onCall, gate !== undefined)],
    ["Alertmanager", () => checkAlertmanager(running)],
    ["heartbeat", () => checkHeartbeat(running)],
    ["redundant alerting", () => checkRedundancy(running)],
    [
      "retention",
      () => checkRetention(running, gate === undefined ? [] : [gate.retention]),
    ],
    [
      "test alerts",
      () =>
        checkTestAlerts(
          running,
          // A provoked fault replaces the test alert.
          provocation === undefined ? (gate?.testAlert ?? []) : [],
          testAlert,
        ),
    ],
    ...(provocation === undefined
      ? []
      : [
          [
            "a provoked fault",
            () => checkProvokedFault(running, provocation),
          ] as const,
        ]),
  ];
  const findings: Finding[] = [];
  for (const [name, look] of parts) {
    onProgress(`looks at ${name}`);
    findings.push(...(await look()));
  }
  return findings;
}
