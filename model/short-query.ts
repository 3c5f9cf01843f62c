/** A query shortened to one line, to name a mutated part of a rule. */
export function shortQuery(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 37)}…`;
}
