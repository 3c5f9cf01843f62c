/** A text as a cell of a table takes it: one line, no bar that would end the cell. */
export const inCell = (text: string): string =>
  text.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
