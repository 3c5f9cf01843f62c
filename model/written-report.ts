import type { Reports, Resources, TimeOfDay } from "./environment";

/** A report that a system's own program writes daily into a file, sent unchanged by mail. */
export interface WrittenReport {
  /** Title of the report and of the mail: `Stock report`. */
  readonly title: string;
  /**
   * What its job does, for readers of the list of pods: `counts the stock, and sends the result`.
   */
  readonly what: string;
  readonly at: TimeOfDay;
  /** Image of the program, with a version or a digest. It runs as user 1000. */
  readonly image: string;
  readonly command: readonly string[];
  /**
   * Working directory of the command in that image; its subfolder `artifacts` is empty at the start
   * and takes the output.
   */
  readonly folder: string;
  /** Name of the file in `artifacts`, in Markdown: `STOCK.md`. */
  readonly file: string;
  readonly resources: Resources;
  /** Mailboxes of the recipients. */
  readonly recipients: readonly string[];
}

/** The enabled reports, by name, in the order of declaration. */
export const writtenReports = ({
  written = {},
}: Reports): readonly (readonly [string, WrittenReport])[] =>
  Object.entries(written).flatMap(([name, report]) =>
    report.kind === "off" ? [] : [[name, report] as const],
  );
