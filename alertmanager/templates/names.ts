import { include } from "./define";

/**
 * What fills a field of a message: a template of {@link messageTemplates} applied to the group that
 * is told.
 */
export const TEMPLATES = {
  title: include("title"),
  colour: include("colour"),
  slackText: include("slack.text"),
  teamsText: include("teams.text"),
  emailHtml: include("email.html"),
  emailText: include("email.text"),
  pagerDutyDetails: include("pagerduty.details"),
  /** What {@link LINKS.traces} is called: a button cannot be left out for some alerts. */
  traces: include("link.traces.text"),
} as const;

/**
 * Where the links and buttons of a message lead. None is ever empty: a button without an address is
 * refused by Slack.
 */
export const LINKS = {
  alerts: include("link.alerts"),
  runbook: include("link.runbook"),
  dashboard: include("link.dashboard"),
  logs: include("link.logs"),
  traces: include("link.traces"),
  silence: include("link.silence"),
} as const;
