import type { AlertDeclaration } from "../../model/alert";
import { minutes } from "../../model/duration";

const failed = (job: string, values: string, more = "") => ({
  [`kube_job_status_failed{namespace="monitoring", job_name="${job}"${more}}`]:
    values,
});

/** Recipients would not notice a missing report. */
export const reportAlerts: readonly AlertDeclaration[] = [
  {
    name: "ReportJobFailed",
    expr: 'max by (job_name) (kube_job_status_failed{namespace="monitoring", job_name=~"report-.*"}) > 0',
    for: minutes(5),
    priority: "P2",
    summary: "Report job {{ $labels.job_name }} failed",
    description:
      "For 5 minutes a job of a report has been marked as failed after all its tries: the report was not sent.",
    action: "Read the log of the job: its last line says what to do.",
    runbook: "platform/report-job-failed",
    dashboard: "monitoring-platform",
    proof: {
      fires: [
        {
          // Counted by reason: the job failed for one of them.
          series: {
            ...failed(
              "report-weekly-29",
              "0x3 1x30",
              ', reason="DeadlineExceeded"',
            ),
            ...failed(
              "report-weekly-29",
              "0x33",
              ', reason="BackoffLimitExceeded"',
            ),
            ...failed("report-monthly-28", "0x33"),
          },
          at: minutes(9),
          expect: [
            {
              labels: { job_name: "report-weekly-29" },
              summary: "Report job report-weekly-29 failed",
            },
          ],
          resolves: {
            series: failed(
              "report-weekly-29",
              "0x40",
              ', reason="DeadlineExceeded"',
            ),
            after: minutes(1),
          },
        },
      ],
      quiet: [
        {
          // Gone within 5 minutes; a job of somebody else; one of ours that is no report.
          series: {
            ...failed("report-weekly-29", "0x3 1x4 0x30"),
            ...failed("backup-grafana-29", "1x33"),
            'kube_job_status_failed{namespace="shop", job_name="report-sales"}':
              "1x33",
          },
          at: minutes(8),
        },
      ],
    },
  },
];
