import type { Reports, Resources, TimeOfDay } from "./environment";

/**
 * A report that a system's own program writes into a file, every day, and that is then sent as it
 * is.
 */
export interface WrittenReport {
  /** Title of the report, and so of the mail: `Stock report`. */
  readonly title: string;
  /**
   * What its job does, for whoever reads the list of pods:
   * `counts the stock, and sends the result`.
   */
  readonly what: string;
  readonly at: TimeOfDay;
  /** Image of the program, with a version or a digest. It runs as user 1000. */
  readonly image: string;
  readonly command: readonly string[];
  /**
   * Folder of that image that the command runs in; its subfolder `artifacts` is empty at the start
   * and takes what is written.
   */
  readonly folder: string;
  /** Name of the file in `artifacts`, in Markdown: `STOCK.md`. */
  readonly file: string;
  readonly resources: Resources;
  /** Mailboxes of those who read it. */
  readonly recipients: readonly string[];
}

/** Those that are switched on, by name, in the order in which they are declared. */
export const writtenReports = ({
  written = {},
}: Reports): readonly (readonly [string, WrittenReport])[] =>
  Object.entries(written).flatMap(([name, report]) =>
    report.kind === "off" ? [] : [[name, report] as const],
  );
