/** The command that writes every generated page, as the pages name it. */
export const COMMAND = "npm run generate";

/** The marker before the first generated line. */
const beginOf = (command: string): string =>
  `<!-- Written by \`${command}\`. -->`;
/** The marker after the last generated line. */
const END = "<!-- End of what is written. -->";

/** The place for a part that is not written yet. */
export const NOT_YET_WRITTEN = `${beginOf(COMMAND)}\n\n${END}`;

/** Whether a page has a place for what a command writes. */
export function hasWrittenPart(page: string, command = COMMAND): boolean {
  const begin = page.indexOf(beginOf(command));
  return begin >= 0 && page.indexOf(END, begin) > 0;
}

/**
 * A page with its generated part, between the two markers, replaced.
 *
 * @param page the page as it is; what people write before and after the lines stays
 * @param command the command that the first line names
 * @throws Error when the page has no place for it
 */
export function withWritten(
  page: string,
  text: string,
  command = COMMAND,
): string {
  const mark = beginOf(command);
  if (!hasWrittenPart(page, command)) {
    throw new Error(`the page has no lines ${mark} and ${END}`);
  }
  const begin = page.indexOf(mark);
  const end = page.indexOf(END, begin);
  return `${page.slice(0, begin)}${mark}\n\n${text}\n\n${page.slice(end)}`;
}
