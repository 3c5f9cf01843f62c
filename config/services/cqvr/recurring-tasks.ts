import type { RecurringTask } from "../../../model/recurring-task";

const daily: readonly RecurringTask[] = [
  {
    cadence: "daily",
    task: "Review alerts and incidents",
    how: "Read the team's channel since the last working day, and the marks of firing alerts on the page `CQVR quality and execution`. Each alert has a name beside it or a ticket; each open incident has news of today.",
  },
  {
    cadence: "daily",
    task: "Check the dashboard for anomalies",
    how: "On `CQVR quality and execution`, 7 days: scores, success rate, errors and execution time. What bends away from the days before without a deployment at that time gets a ticket, also where no alert fires.",
  },
  {
    cadence: "daily",
    task: "Verify that the back-ups completed",
    how: 'Ask `time() - max by (backup) (cqvr_backup_last_success_timestamp_seconds{system="cqvr"})`: one answer for each back-up, each below 26 h. A back-up that is missing from the answer is not made at all.',
    alert: "CqvrBackupMissing",
    page: "runbooks/cqvr/backup-missing.md",
  },
];

const weekly: readonly RecurringTask[] = [
  {
    cadence: "weekly",
    task: "Review the weekly report",
    how: "It comes on Mondays. The change in points and the ten worst contracts: what fell has an owner and a reason. Remediation actions and deployments are as many as the team knows of.",
    page: "reports.md",
  },
  {
    cadence: "weekly",
    task: "Update the runbooks if needed",
    how: "For each alert of the week, ask who acted on it whether its page led them to the cause. What was missing or wrong is corrected now, while they remember.",
    page: "runbooks/README.md",
  },
  {
    cadence: "weekly",
    task: "Check disk space and clean up old back-ups",
    how: "Panel `Disk usage` below 80 %. Delete back-ups that are older than they must be kept, the oldest first, after a newer one of the same kind was seen to be complete.",
    alert: "DiskUsageHigh",
    page: "runbooks/cqvr/disk-usage.md",
  },
];

const monthly: readonly RecurringTask[] = [
  {
    cadence: "monthly",
    task: "Review the thresholds of alerts",
    how: "In the monthly report and the panels with limits: a limit that was never near, or that was passed without harm, is one to change. `npm run proof -- --alert <name>` shows what the change does before it is merged.",
    page: "services/cqvr.md",
  },
  {
    cadence: "monthly",
    task: "Update the documentation",
    how: "Read CQVR's page and correct its declaration; raise `document.version`, `document.since` and `document.nextReview` in `config/services/cqvr/index.ts`, then `npm run generate`.",
    page: "services/cqvr.md",
  },
  {
    cadence: "monthly",
    task: "See that old metrics are archived",
    how: 'Prometheus keeps 90 days, the bucket 13 months, by itself. Ask `cqvr_average_score{system="cqvr"} offset 80d`: there is an answer. Anything that must be kept for longer is exported now.',
    page: "scaling.md",
  },
  {
    cadence: "monthly",
    task: "Conduct the retrospective",
    how: "All incidents of the month in one meeting of an hour, with the form for retrospectives. Actions of the month before are done, or have a new date and a reason.",
    page: "operations/templates/retrospective.md",
  },
];

/** The review of alerts, step by step. */
const quarterly: readonly RecurringTask[] = (
  [
    [
      "Analyse the false positives",
      "From the weekly reports of the quarter and the pager's list of acknowledgements: for each alert how often it fired, and how often nobody had to do anything. More than one of five in vain: change it or delete it.",
      "reports.md",
    ],
    [
      "Compare thresholds with reality",
      "Over 90 days, how far was each series from its limit, and did people suffer below it? List the limits that are wrong, with the new value and the reason.",
      "services/cqvr.md",
    ],
    [
      "Update the rules",
      "One branch with the new limits in `config/services/cqvr/alerts/`, or in `thresholds` of one environment. The proofs say which cases change; `npm test` is green.",
      undefined,
    ],
    [
      "Test them with historical data",
      "For each changed alert, ask Prometheus what it would have done: `promtool query range --start=<begin> --end=<end> --step=5m http://127.0.0.1:9090 '<expression with the new limit>'`, through a port-forward, thirty days at a time: Prometheus answers with 11,000 points at most. Stretches that are longer than its `for` would have fired: count them, once with the old limit and once with the new one, and write both into the change.",
      undefined,
    ],
    [
      "Deploy what was changed",
      "Merge, let staging run for a day, then production. Note in the ticket what each change is expected to do, for the next review.",
      "deployment.md",
    ],
  ] as const
).map(([task, how, page]) => ({
  cadence: "quarterly",
  task,
  how,
  ...(page === undefined ? {} : { page }),
}));

/** Recurring tasks of F.A.R.F.A.N's people for CQVR. */
export const recurringTasks: readonly RecurringTask[] = [
  ...daily,
  ...weekly,
  ...monthly,
  ...quarterly,
];
