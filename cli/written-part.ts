/** What stands behind the last line that a command writes. */
const END = "<!-- End of what is written. -->";

/**
 * A page with a part of it written anew: what stands between the lines that name the command and its end.
 * @throws Error when the page has no place for it.
 */
export function withWritten(
  page: string,
  command: string,
  text: string,
): string {
  const mark = `<!-- Written by \`${command}\`. -->`;
  const begin = page.indexOf(mark);
  const end = page.indexOf(END, begin);
  if (begin < 0 || end < begin) {
    throw new Error(`the page has no lines ${mark} and ${END}`);
  }
  return `${page.slice(0, begin)}${mark}\n\n${text}\n\n${page.slice(end)}`;
}
