const use = (name: string): string =>
  `{{ template "monitoring-stack.${name}" . }}`;

/** What fills a field of a message: a template of {@link messageTemplates} applied to the group that is told. */
export const TEMPLATES = {
  title: use("title"),
  colour: use("colour"),
  slackText: use("slack.text"),
  teamsText: use("teams.text"),
  emailHtml: use("email.html"),
  emailText: use("email.text"),
  pagerDutyDetails: use("pagerduty.details"),
  /** What {@link LINKS.traces} is called: a button cannot be left out for some alerts. */
  traces: use("link.traces.text"),
} as const;

/** Where the links and buttons of a message lead. None is ever empty: a button without an address is refused by Slack. */
export const LINKS = {
  alertmanager: "{{ .ExternalURL }}",
  runbook: use("link.runbook"),
  dashboard: use("link.dashboard"),
  logs: use("link.logs"),
  traces: use("link.traces"),
  silence: use("link.silence"),
} as const;
