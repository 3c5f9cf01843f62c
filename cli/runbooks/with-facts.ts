import { NOT_YET_WRITTEN, hasWrittenPart, withWritten } from "../written-part";

/** A page with its table of facts, which a page that has no place for it gets under its title. */
export const withFacts = (page: string, table: string): string =>
  withWritten(
    hasWrittenPart(page)
      ? page
      : page.replace(/^(# .*\n|)/, `$1\n${NOT_YET_WRITTEN}\n`),
    table,
  );
