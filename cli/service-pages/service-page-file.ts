import { UNKNOWN, lastChangeOf, withoutLastChange } from "./last-change";
import { newServicePage, withServicePage } from "./service-page";
import type { ServicePageSources } from "./service-page";

/**
 * The page of a system as its declaration has it. The day of the last change is a fact of the
 * history, and a commit cannot name its own day: it is renewed with whatever else changes on the
 * page, so that a page that is up to date stays as it is.
 *
 * @param page the page as it is, if there is one
 * @param lastChange the day that the history tells, if it tells one
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
