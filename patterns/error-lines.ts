import type { LogQuery } from "../model/saved-query";

/**
 * Log lines with the level error or critical. `level` is a label in lower case, whatever the
 * application writes.
 */
export const errorLines = (systems: string): string =>
  `{${systems}, level=~"error|critical"} | json | __error__=""`;

/** A system's error lines, by service. Each line links to its trace. */
export const errorLog = ({
  system,
}: {
  /** Key of the system. */
  readonly system: string;
}): LogQuery => ({
  id: "errors",
  number: 1,
  title: "Errors",
  description: `What ${system} wrote as an error, by what wrote it`,
  expr: `${errorLines(`system="${system}"`)} | line_format "{{.service}} {{.message}}"`,
});
