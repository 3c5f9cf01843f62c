/** A page as an alert names it, as a path from `docs/runbooks`: `a/page#part` → `a/page.md#part`. */
export function runbookPath(runbook: string): string {
  const [page = "", anchor] = runbook.split("#");
  return `${page}.md${anchor === undefined ? "" : `#${anchor}`}`;
}
