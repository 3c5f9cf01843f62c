import { include } from "./define";

/**
 * Fills a field of a message: a template of {@link messageTemplates} applied to the notified group.
 */
export const TEMPLATES = {
  names: include("names"),
  title: include("title"),
  colour: include("colour"),
  slackText: include("slack.text"),
  teamsText: include("teams.text"),
  emailHtml: include("email.html"),
  emailText: include("email.text"),
  pagerDutyDetails: include("pagerduty.details"),
  /** Label of {@link LINKS.traces}: a button cannot be left out for some alerts. */
  traces: include("link.traces.text"),
  /** Label of {@link LINKS.dashboard}: who may, where engineers may not. */
  dashboard: include("link.dashboard.text", ".CommonAnnotations"),
  /** Label of {@link LINKS.silence}: who may, where those who are notified may not. */
  silence: include("link.silence.text"),
} as const;

/**
 * Targets of a message's links and buttons. None is ever empty: Slack refuses a button without a
 * URL.
 */
export const LINKS = {
  alerts: include("link.alerts"),
  title: include("link.title"),
  runbook: include("link.runbook"),
  dashboard: include("link.dashboard"),
  logs: include("link.logs"),
  traces: include("link.traces"),
  silence: include("link.silence"),
} as const;
