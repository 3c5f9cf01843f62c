import type { RecurringTask } from "../model/recurring-task";

/** Recurring tasks for every system. A system with further tasks has a list of its own. */
export const recurringTasks: readonly RecurringTask[] = [
  {
    cadence: "daily",
    task: "Review alerts of every system",
    how: "Page `Monitoring platform`, panel `Firing alerts by priority`, and `#monitoring-unrouted`. Each firing alert is acknowledged by its team or has a ticket; whatever came unrouted is declared or stopped today.",
    page: "who-is-notified.md",
  },
  {
    cadence: "daily",
    task: "Look at the dashboard of the monitoring",
    how: "Page `Monitoring platform`, 24 hours: every target up, no notification failed, no rule group near its interval, lines and spans come in as on other days.",
    page: "services/platform.md",
  },
  {
    cadence: "daily",
    task: "Verify the back-ups",
    how: "`kubectl -n monitoring get cronjobs -o custom-columns=NAME:.metadata.name,SUCCESS:.status.lastSuccessfulTime`: each back-up succeeded last night.",
    alert: "MonitoringBackupMissing",
    page: "runbooks/platform/monitoring-backup-missing.md",
  },
  {
    cadence: "weekly",
    task: "Review the weekly report",
    how: "Section `Alerts of every system`: talk to the owners of the three alerts that fired longest. Either the cause is mended or the alert is wrong.",
    alert: "ReportJobFailed",
    page: "reports.md",
  },
  {
    cadence: "weekly",
    task: "Update the runbooks",
    how: "What people found out in the alerts of the week and did not find on the page is on the page now. `npx jest test/config/runbooks` still passes.",
    page: "runbooks/README.md",
  },
  {
    cadence: "weekly",
    task: "Check the disks",
    how: "Panel `Active series` against the limit of the volume, and `kubectl -n monitoring get pvc`. Growth that fills a volume within a month is planned now.",
    alert: "MonitoringVolumeFilling",
    page: "scaling.md",
  },
  {
    cadence: "monthly",
    task: "Review the thresholds with the owners",
    how: "Each team names its limits that were passed without harm, or alerted too late. Overrides in `config/environments/` that are no longer needed are deleted.",
    page: "services/README.md",
  },
  {
    cadence: "monthly",
    task: "Update the documentation",
    how: "`npm run reviews` lists the pages whose review is due; their owners read them. `npm run generate` writes the pages anew.",
    page: "services/README.md",
  },
  {
    cadence: "monthly",
    task: "See that old data are archived",
    how: "The newest block of metrics in the archive's bucket is a few hours old, and the oldest as old as the lifecycle rule lets it be: `aws s3 ls --recursive s3://<bucket>/ | sort | sed -n '1p;$p'`.",
    page: "scaling.md",
  },
  {
    cadence: "monthly",
    task: "Test every notification channel",
    how: "The pipeline `test-alerts` does it on the first Tuesday; approve it, and tick the list that it leaves.",
    page: "test-alerts.md",
  },
  {
    cadence: "monthly",
    task: "Conduct the retrospective",
    how: "The incidents of every system in which the monitoring helped or failed: what was noticed by people first, what alert nobody could act on. Each finding becomes a change with an owner and a date.",
    page: "operations/templates/retrospective.md",
  },
];
