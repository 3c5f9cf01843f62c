import type { ReportQuery } from "../model/report";

/**
 * Version of the format below. The program comes with an image and its input with an apply, so each
 * states the version of its format.
 */
export const FORMAT = 1;

/** A section of a report. */
export interface SectionDefinition {
  readonly title: string;
  readonly queries: readonly ReportQuery[];
  readonly notes: readonly string[];
}

/** A report of numbers from Prometheus. */
export interface SummaryDefinition {
  readonly kind: "summary";
  readonly title: string;
  /** Number of days that it covers. */
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

/** One report, and its recipients. */
export type ReportDefinition = SummaryDefinition | FileDefinition;

/** The mail server. */
export interface MailDefinition {
  readonly host: string;
  readonly port: number;
  /** Whether to refuse a server without TLS. */
  readonly tls: "required" | "none";
  readonly from: string;
  readonly user: string;
  /** File with the password. */
  readonly passwordFile: string;
}

/** The chat channel for the short message. */
export interface SlackDefinition {
  readonly channel: string;
  /** File with the address of the webhook, which is itself the secret. */
  readonly webhookFile: string;
}

/**
 * All reports of an environment, with everything the program needs; secrets by the file that holds
 * them.
 */
export interface ReportDefinitions {
  readonly format: typeof FORMAT;
  readonly environment: string;
  /** Time zone of all dates, and of the first working day. */
  readonly timeZone: string;
  readonly prometheusUrl: string;
  /** Link to details. */
  readonly grafanaUrl: string;
  readonly mail: MailDefinition;
  readonly slack?: SlackDefinition;
  readonly reports: Readonly<Record<string, ReportDefinition>>;
}
