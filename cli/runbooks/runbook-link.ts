/**
 * A page as an alert names it, as a path from the folder of runbooks: `a/page#part` →
 * `a/page.md#part`.
 */
export function runbookPath(runbook: string): string {
  const [page = "", anchor] = runbook.split("#");
  return `${page}.md${anchor === undefined ? "" : `#${anchor}`}`;
}
