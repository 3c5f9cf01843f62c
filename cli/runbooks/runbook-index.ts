import { everyAlert } from "../../model/every-alert";
import { markdownTable } from "../../model/markdown-table";
import type { Service } from "../../model/service";
import { withWritten } from "../written-part";
import { runbookPath } from "./runbook-link";

/** Alerts that a chart brings and we rely on, with the pages that explain them. */
const OF_CHARTS = [
  ["Watchdog", "platform/watchdog", "heartbeat"],
] as const satisfies readonly (readonly [string, string, string])[];

/**
 * The page with its index as the declarations have it. @throws Error when the page has no place for
 * it.
 */
export const withRunbookIndex = (
  page: string,
  services: readonly Service[],
): string => withWritten(page, table(services));

/** Every alert by system, the most urgent first. */
const table = (services: readonly Service[]): string =>
  markdownTable(
    ["System", "Alert", "Page", "Priority"],
    services.flatMap((service) =>
      [
        ...(service.key === "platform" ? OF_CHARTS : []),
        ...everyAlert(service)
          .map(
            ({ name, runbook, priority }) => [name, runbook, priority] as const,
          )
          .sort(
            ([name, , priority], [otherName, , otherPriority]) =>
              priority.localeCompare(otherPriority) ||
              name.localeCompare(otherName),
          ),
      ].map(([name, runbook, priority]) => [
        service.displayName,
        name,
        link(runbook),
        priority,
      ]),
    ),
  );

/** `a/page#part` → `[page](a/page.md#part)`. */
const link = (runbook: string): string => {
  const page = runbook.replace(/#.*/, "");
  return `[${page.split("/").at(-1) ?? page}](${runbookPath(runbook)})`;
};
