import type { Priority } from "../../../model/alert";
import type { Service } from "../../../model/service";
import { alertmanagerAt } from "../../alertmanager/alertmanager";
import { run } from "../../test-alert/run";
import type { Run } from "../../test-alert/run";
import { memberStatus } from "../alertmanager-status";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { looked } from "../running";
import type { Running } from "../running";

/** How test alerts are sent. */
export interface TestAlertSettings extends Pick<
  Run,
  "sender" | "grace" | "patience" | "pause" | "onProgress"
> {
  /** What is tried; nothing is sent where it is empty. */
  readonly priorities: readonly Priority[];
}

const EXPECTED = "routed to its receiver, and accepted by each of its channels";

/** Test alerts of the chosen systems, and those that a gate requires and that were not sent. */
export async function checkTestAlerts(
  running: Running,
  wanted: readonly Priority[],
  settings: TestAlertSettings,
): Promise<readonly Finding[]> {
  const { chosen, environment } = running;
  const findings: Finding[] = [];
  for (const service of chosen) {
    for (const priority of settings.priorities) {
      // One after the other, so that each one's messages are counted separately.
      findings.push(...(await tried(running, service, priority, settings)));
    }
    findings.push(
      ...wanted
        .filter((priority) => !settings.priorities.includes(priority))
        .map((priority) =>
          open(subjectOf(service, priority), {
            found: "it was not tried",
            expected: EXPECTED,
            next: `warn whoever is on call, then run this with --test-alert ${wanted.join(" ")}${environment.notification.pager.kind === "on" && priority === "P0" ? ", which really pages" : ""}`,
          }),
        ),
    );
  }
  return findings;
}

const subjectOf = ({ key }: Service, priority: Priority): Subject => ({
  check: "test-alert",
  system: key,
  subject: `${priority} of ${key}`,
  about: { priority },
});

function tried(
  running: Running,
  service: Service,
  priority: Priority,
  settings: TestAlertSettings,
): Promise<readonly Finding[]> {
  const { environment, services, alertmanagers } = running;
  const subject = subjectOf(service, priority);
  return looked(subject, EXPECTED, async () => {
    // Nothing is sent to a server that is not an Alertmanager.
    for (const member of alertmanagers) await memberStatus(member);
    const [first, ...others] = alertmanagers.map(({ facts }) =>
      alertmanagerAt(facts.url, environment.namespace),
    );
    if (first === undefined) return [];
    const result = await run({
      environment,
      services,
      trials: [{ service, priority }],
      members: [first, ...others],
      ...settings,
    }).catch((error: unknown) => ({
      holds: false,
      text: `FAILED ${error instanceof Error ? error.message : String(error)}`,
    }));
    settings.onProgress(result.text);
    return [
      result.holds
        ? passed(subject, factsOf(result.text).join("; "))
        : open(subject, {
            found: faultsOf(result.text).join("; "),
            expected: EXPECTED,
            next: "see docs/test-alerts.md, When it fails",
          }),
    ];
  });
}

/** The lines of a report that say what happened, without those that say where to look. */
const factsOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => /reached receiver|messages taken/.test(line))
    .map((line) => line.trim());

const faultsOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("FAILED ") || line.startsWith("  "))
    .map((line) => line.replace(/^FAILED /, "").trim());
