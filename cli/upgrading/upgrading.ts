import { readIdentifiers } from "../../inventory/identifiers/identifier-lists";
import { notificationOf } from "../../inventory/notification";
import { readStacks } from "../../inventory/synthesised-stack";
import { alertReports } from "./alert-report";
import { pairAlerts } from "./alert-changes";
import { linkReport } from "./link-report";
import { lostAlerts } from "./silence-report";
import type { Silence } from "./silence-report";
import type { UpgradingReport } from "./upgrading-page";

/**
 * Compares two synthesised outputs: a report for each environment that both have.
 *
 * @param silences those in force; `undefined` where they are not known
 * @throws Error when a folder holds no synthesised stacks
 */
export function upgradingReports(
  before: string,
  after: string,
  silences: readonly Silence[] | undefined,
): readonly UpgradingReport[] {
  const stacks = readStacks(after);
  const lists = {
    before: readIdentifiers(before),
    after: readIdentifiers(after),
  };
  return readStacks(before).flatMap((old) => {
    const { environment } = old;
    const current = stacks.find((one) => one.environment === environment);
    if (current === undefined) return [];
    const versions = {
      before: notificationOf(old),
      after: notificationOf(current),
    };
    const pairs = pairAlerts(versions.before, versions.after);
    const own = (side: "before" | "after") =>
      lists[side].filter((list) => list.environment === environment);
    const { inhibitions: then } = versions.before;
    const { inhibitions: now } = versions.after;
    return [
      {
        environment,
        alerts: alertReports(versions),
        links: linkReport(
          { before: own("before"), after: own("after") },
          pairs,
        ),
        silences:
          silences === undefined ? undefined : lostAlerts(silences, pairs),
        inhibitions: {
          added: now.filter((rule) => !then.includes(rule)),
          removed: then.filter((rule) => !now.includes(rule)),
        },
      },
    ];
  });
}
