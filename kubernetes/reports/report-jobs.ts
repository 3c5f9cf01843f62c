import { WEEKDAYS } from "../../model/environment";
import { writtenReports } from "../../model/written-report";
import type { WrittenReport } from "../../model/written-report";
import type {
  EnvironmentConfig,
  Reports,
  TimeOfDay,
} from "../../model/environment";

/** Label of the pods of a report; policies select by it. */
export const REPORT_LABEL = "monitoring-stack/report";

/**
 * A scheduled report. Its CronJob is `report-<name>`: ReportJobFailed watches jobs of such names.
 */
export interface ReportJob {
  readonly name: string;
  readonly what: string;
  /** As cron writes it, in the time zone of the reports. */
  readonly schedule: string;
  /** Whether its numbers come from Prometheus. */
  readonly asksPrometheus: boolean;
  /** The program that writes it beforehand. @default none: the program of the reports makes it */
  readonly written?: WrittenReport;
}

/** The reports that an environment sends. */
export const reportJobs = ({
  reports,
}: EnvironmentConfig): readonly ReportJob[] =>
  reports.kind === "off" ? [] : jobsOf(reports);

const jobsOf = (reports: Reports): readonly ReportJob[] => [
  {
    name: "weekly",
    what: "sends the weekly summary",
    schedule: `${clock(reports.weekly.at)} * * ${String(WEEKDAYS.indexOf(reports.weekly.day))}`,
    asksPrometheus: true,
  },
  {
    name: "monthly",
    what: "sends the monthly summary",
    // Cron has no first working day. The job runs on the first three days, and the program decides
    // which one it is.
    schedule: `${clock(reports.monthly.at)} 1-3 * *`,
    asksPrometheus: true,
  },
  ...writtenReports(reports).map(([name, written]) => ({
    name,
    what: written.what,
    schedule: `${clock(written.at)} * * *`,
    asksPrometheus: false,
    written,
  })),
];

/** Minute and hour without leading zeros. */
const clock = (time: TimeOfDay): string => {
  const [hour, minute] = time.split(":").map(Number);
  return `${String(minute)} ${String(hour)}`;
};
