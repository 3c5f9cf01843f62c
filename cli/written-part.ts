/** The command that writes every generated page, as the pages name it. */
export const COMMAND = "npm run generate";

/** What stands before the first line that the command writes. */
const BEGIN = `<!-- Written by \`${COMMAND}\`. -->`;
/** What stands behind the last line that the command writes. */
const END = "<!-- End of what is written. -->";

/** The place for a part that is not written yet. */
export const NOT_YET_WRITTEN = `${BEGIN}\n\n${END}`;

/** Whether a page has a place for what is written. */
export const hasWrittenPart = (page: string): boolean =>
  page.indexOf(END, page.indexOf(BEGIN)) > 0 && page.includes(BEGIN);

/**
 * A page with a part of it written anew: what stands between the two lines.
 *
 * @param page the page as it is; what people write before and after the lines stays
 * @throws Error when the page has no place for it
 */
export function withWritten(page: string, text: string): string {
  if (!hasWrittenPart(page)) {
    throw new Error(`the page has no lines ${BEGIN} and ${END}`);
  }
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END, begin);
  return `${page.slice(0, begin)}${BEGIN}\n\n${text}\n\n${page.slice(end)}`;
}
