import { UNKNOWN, lastChangeOf, withoutLastChange } from "./last-change";
import { newServicePage, withServicePage } from "./service-page";
import type { ServicePageSources } from "./service-page";

/**
 * The page of a system as its declaration has it. The day of the last change comes from the git
 * history, and a commit cannot name its own day: the day is updated only with other changes of the
 * page, so that an up-to-date page stays as it is.
 *
 * @param page the page as it is, if there is one
 * @param lastChange the day from the git history, if known
 */
export function servicePageFile(
  page: string | undefined,
  sources: Omit<ServicePageSources, "lastChange">,
  lastChange: () => string | undefined,
): string {
  const written = (day: string): string =>
    withServicePage(page ?? newServicePage(sources.service), {
      ...sources,
      lastChange: day,
    });
  const known = page === undefined ? undefined : lastChangeOf(page);
  const same = written(known ?? UNKNOWN);
  return page !== undefined &&
    known !== undefined &&
    withoutLastChange(same) === withoutLastChange(page)
    ? page
    : written(lastChange() ?? known ?? UNKNOWN);
}
