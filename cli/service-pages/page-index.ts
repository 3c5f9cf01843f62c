import { everyAlert } from "../../model/every-alert";
import { markdownTable } from "../../model/markdown-table";
import type { Service } from "../../model/service";
import { withWritten } from "../written-part";

/**
 * The list of all pages as the declarations have it. @throws Error when the file has no place for
 * it.
 */
export const withPageIndex = (
  file: string,
  services: readonly Service[],
): string =>
  withWritten(
    file,
    markdownTable(
      ["System", "Owner", "Version", "Next review", "Alerts", "SLOs", "Status"],
      services.map((service) => [
        `[${service.displayName}](${service.key}.md)`,
        service.team.owner,
        service.document?.version ?? "",
        service.document?.nextReview ?? "",
        String(everyAlert(service).length),
        String(service.slos.length),
        service.document?.standing?.status ?? "",
      ]),
    ),
  );
