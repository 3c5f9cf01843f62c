import { daysBetween } from "../../model/day";
import type { Service } from "../../model/service";
import { aligned } from "../aligned";

/** A system that says when its page is read again. */
type Reviewed = Service & Required<Pick<Service, "document">>;

/**
 * Systems whose page should have been read again before a day, the one that waits longest first.
 */
export const overdueReviews = (
  services: readonly Service[],
  today: string,
): readonly Reviewed[] =>
  byReview(services).filter(({ document }) => document.nextReview < today);

/** Every system that has one by the day of its next review, with what is due. */
export const reviewTable = (
  services: readonly Service[],
  today: string,
): string =>
  aligned([
    ["next review", "system", "version", "owner", ""],
    ...byReview(services).map(({ key, document, team }) => [
      document.nextReview,
      key,
      document.version,
      team.owner,
      document.nextReview < today
        ? `overdue, ${String(daysBetween(document.nextReview, today))} d`
        : "",
    ]),
  ]).join("\n");

/** One line for each that is overdue, and what to do. */
export const overdueLines = (
  services: readonly Service[],
  today: string,
): readonly string[] =>
  overdueReviews(services, today).map(
    ({ key, document, team }) =>
      `services/${key} document: its review was due on ${document.nextReview}; ${team.owner}: read docs/services/${key}.md, then raise version, since and nextReview`,
  );

/** The same below the summary of a run; nothing where nothing is overdue. */
export const overdueNotice = (
  services: readonly Service[],
  today: string,
): string => {
  const lines = overdueLines(services, today);
  return lines.length === 0
    ? ""
    : `\nTo be read again:\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
};

const byReview = (services: readonly Service[]): readonly Reviewed[] =>
  services
    .filter((service) => isReviewed(service))
    .toSorted((a, b) =>
      a.document.nextReview.localeCompare(b.document.nextReview),
    );

const isReviewed = (service: Service): service is Reviewed =>
  service.document !== undefined;
