import { alertsByPage, pageOf } from "../runbooks/alerts-by-page";
import type { AlertOfPage } from "../runbooks/alerts-by-page";
import type { Service } from "../../model/service";

/**
 * A page that alerts name and nobody has written, or one that lacks the headings that they name.
 */
export interface MissingRunbook {
  /** As the alerts name it: `shop/queue-backup`. */
  readonly page: string;
  readonly alerts: readonly AlertOfPage[];
}

/**
 * Every page that is not there, and every page that lacks a heading.
 * @param known pages and headings that there are, as alerts name them
 */
export const missingRunbooks = (
  services: readonly Service[],
  known: ReadonlySet<string>,
): readonly MissingRunbook[] =>
  [...alertsByPage(services)]
    .map(([page, alerts]) => ({
      page,
      alerts: alerts.filter(({ alert }) => !known.has(alert.runbook)),
    }))
    .filter(({ alerts }) => alerts.length > 0);

/** One line for each page that is missing, with what to do. */
export const missingLines = (
  missing: readonly MissingRunbook[],
  folder: string,
): readonly string[] =>
  missing.map(({ page, alerts }) => {
    const named = alerts.map(
      ({ alert, service }) =>
        `services/${service.key} ${alert.name}${alert.runbook === pageOf(alert) ? "" : ` (${alert.runbook.replace(/^[^#]*/, "")})`}`,
    );
    return `${folder}/${page}.md: missing for ${[...new Set(named)].join(", ")}; npm run generate -- --scaffold writes it, then fill in its text`;
  });
