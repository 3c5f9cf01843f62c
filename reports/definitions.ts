import type { ReportQuery } from "../model/report";

/**
 * Version of the form below. The program and what it reads come on different ways, an image and an
 * apply, so each says which form it means.
 */
export const FORMAT = 1;

/** A part of a report, as it is asked. */
export interface SectionDefinition {
  readonly title: string;
  readonly queries: readonly ReportQuery[];
  readonly notes: readonly string[];
}

/** A report of numbers that Prometheus knows. */
export interface SummaryDefinition {
  readonly kind: "summary";
  readonly title: string;
  /** Days that it looks back. */
  readonly days: number;
  /** Whether it is sent on the first working day of a month only. */
  readonly onFirstWorkingDay: boolean;
  readonly recipients: readonly string[];
  readonly sections: readonly SectionDefinition[];
}

/** A report that another program has written as Markdown. */
export interface FileDefinition {
  readonly kind: "file";
  readonly title: string;
  readonly file: string;
  readonly recipients: readonly string[];
}

/** One report, and who gets it. */
export type ReportDefinition = SummaryDefinition | FileDefinition;

/** How mail is handed over. */
export interface MailDefinition {
  readonly host: string;
  readonly port: number;
  /** Whether a server that does not encrypt is refused. */
  readonly tls: "required" | "none";
  readonly from: string;
  readonly user: string;
  /** File that holds the password. */
  readonly passwordFile: string;
}

/** Where a short message goes. */
export interface SlackDefinition {
  readonly channel: string;
  /** File that holds the address of the webhook, which is itself the secret. */
  readonly webhookFile: string;
}

/**
 * Every report of an environment with all that its program must know; secrets by the file that
 * holds them.
 */
export interface ReportDefinitions {
  readonly format: typeof FORMAT;
  readonly environment: string;
  /** Of every date that is written, and of the first working day. */
  readonly timeZone: string;
  readonly prometheusUrl: string;
  /** Where readers look further. */
  readonly grafanaUrl: string;
  readonly mail: MailDefinition;
  readonly slack?: SlackDefinition;
  readonly reports: Readonly<Record<string, ReportDefinition>>;
}
