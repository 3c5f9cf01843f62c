/**
 * Enough of a query to know it again, on one line: how a changed part of a rule is called where
 * changes are told apart.
 */
export function shortQuery(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 37)}…`;
}
