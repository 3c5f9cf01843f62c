import type { LogQuery } from "../model/saved-query";

/**
 * Lines of some systems that say of themselves that they are a fault. `level` is a label, in small
 * letters, whatever the application writes.
 */
export const errorLines = (systems: string): string =>
  `{${systems}, level=~"error|critical"} | json | __error__=""`;

/**
 * What a system wrote as an error, by what wrote it. A line leads to the trace that it was written
 * in.
 */
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
