import { minutes } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { grafanaUrl } from "../../model/environment-urls";
import { alertsLink } from "../../model/links/alerts-link";
import { dashboardLink } from "../../model/links/dashboard-link";
import type { TimeRange } from "../../model/links/dashboard-link";
import { filledLater } from "../../model/links/filled-later";
import { silenceLink } from "../../model/links/silence-link";
import type { Service } from "../../model/service";
import { define, include } from "./define";
import { linkToSignals } from "./link-to-signals";
import type { WhereTraced } from "./where-traced";

/** The cause of an alert precedes it: its condition held for a while, and its rates look back. */
const BEFORE = minutes(15);
const NANOSECONDS_OF_A_MILLISECOND = 1_000_000;

/** From before the alert until its message is read. */
const timeOf = (alert: string): TimeRange => ({
  from: filledLater(
    `{{ (${alert}.StartsAt.Add -${String(BEFORE.milliseconds * NANOSECONDS_OF_A_MILLISECOND)}).UnixMilli }}`,
  ),
  to: "now",
});

/**
 * Links, each for a group and for one alert of it; all on hosts that people can open, and on pages
 * that Viewers may open, but for the form of silences. Where an alert names no link, it is
 * Grafana's list of alerts of that name. No message has Alertmanager's own address, which is open
 * inside the cluster only.
 *
 * @param traced of which alerts there can be traces; in place of a link to the others' there is one
 *   to the alerts
 */
export const links = (
  environment: EnvironmentConfig,
  services: readonly Service[],
  traced: WhereTraced,
): readonly string[] => {
  const grafana = grafanaUrl(environment);
  const signals = linkToSignals(environment, services);
  const alerts = include("link.alerts", "$");
  const ofOne = signals({
    range: timeOf(""),
    pod: ".Labels.pod",
    otherwise: alertsLink(
      grafana,
      filledLater("{{ .Labels.alertname | urlquery }}"),
    ),
  });
  // Where the alerts are about several pods, the first of them is not the one to look at.
  const ofGroup = signals({
    range: timeOf(""),
    pod: "$.CommonLabels.pod",
    otherwise: alerts,
  });
  return [
    define(
      "link.alerts",
      alertsLink(
        grafana,
        filledLater(
          "{{ with .GroupLabels.alertname }}{{ . | urlquery }}{{ else }}{{ (index .Alerts 0).Labels.alertname | urlquery }}{{ end }}",
        ),
      ),
    ),
    define(
      "link.runbook",
      `{{ with .CommonAnnotations.runbook_url }}{{ . }}{{ else }}${alerts}{{ end }}`,
    ),
    define(
      "link.dashboard",
      `{{ with .CommonAnnotations.dashboard_url }}${dashboardLink("{{ . }}", timeOf("(index $.Alerts 0)"))}{{ else }}${alerts}{{ end }}`,
    ),
    // A title cannot say for whom a dashboard is.
    define(
      "link.title",
      `{{ if .CommonAnnotations.dashboard_readers }}${alerts}{{ else }}${include("link.dashboard")}{{ end }}`,
    ),
    // Of the annotations of an alert, or of those that all alerts share.
    define(
      "link.dashboard.text",
      "Dashboard{{ with .dashboard_readers }} (only {{ . }}){{ end }}",
    ),
    define(
      "link.alert.dashboard",
      dashboardLink("{{ .Annotations.dashboard_url }}", timeOf("")),
    ),
    define("link.logs", ofFirst(ofGroup)),
    define("link.alert.logs", ofOne),
    define("link.traces", ofFirst(traced("", ofGroup, alerts))),
    define("link.traces.text", ofFirst(traced("", "Traces", "Alerts"))),
    define("link.alert.traces", ofOne),
    define(
      "link.silence",
      `${silenceLink(grafana)}{{ range .GroupLabels.SortedPairs }}&matcher={{ .Name }}%3D{{ .Value | urlquery }}{{ end }}${ONLY_THESE}`,
    ),
    define("link.silence.text", silenceText(environment)),
  ];
};

/** Without a group of Editors nobody but administrators may silence, so the message says so. */
const silenceText = ({
  grafana: {
    singleSignOn: { adminGroup, editorGroup },
  },
}: EnvironmentConfig): string =>
  editorGroup === undefined
    ? // As a text of the template, which is escaped where the message is HTML.
      `{{ "Silence (only members of ${adminGroup})" }}`
    : "Silence";

/** A group that is not of one name: a silence must not mute the rest of the system. */
const ONLY_THESE = `{{ if not .GroupLabels.alertname }}&matcher=alertname%3D~{{ range $i, $alert := .Alerts }}{{ if $i }}%7C{{ end }}{{ $alert.Labels.alertname | urlquery }}{{ end }}{{ end }}`;

/** A group's link is that of its first alert. */
const ofFirst = (link: string): string =>
  `{{ with index .Alerts 0 }}${link}{{ end }}`;
