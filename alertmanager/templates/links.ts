import { minutes } from "../../model/duration";
import { alertsLink } from "../../model/links/alerts-link";
import { dashboardLink } from "../../model/links/dashboard-link";
import type { TimeRange } from "../../model/links/explore-url";
import { filledLater } from "../../model/links/filled-later";
import type { LinkSubject } from "../../model/links/link-subject";
import { logsLink } from "../../model/links/logs-link";
import { silenceLink } from "../../model/links/silence-link";
import { tracesLink } from "../../model/links/traces-link";
import { define, include } from "./define";
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
 * Links, each for a group and for one alert of it; all on hosts that people can open. Where an
 * alert names no link, it is Grafana's list of alerts of that name. No message has Alertmanager's
 * own address, which is open inside the cluster only.
 *
 * @param grafana root of Grafana
 * @param environment its name: what an alert is about that names neither system nor namespace
 * @param traced of which alerts there can be traces; in place of a link to the others' there is one
 *   to the alerts
 */
export const links = (
  grafana: string,
  environment: string,
  traced: WhereTraced,
): readonly string[] => {
  const logs = ofSubject(environment, (subject) =>
    logsLink(grafana, subject, timeOf("")),
  );
  const traces = ofSubject(environment, (subject) =>
    tracesLink(grafana, subject, timeOf("")),
  );
  const alerts = include("link.alerts", "$");
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
    define(
      "link.alert.dashboard",
      dashboardLink("{{ .Annotations.dashboard_url }}", timeOf("")),
    ),
    define("link.logs", ofFirst(logs)),
    define("link.alert.logs", logs),
    define("link.traces", ofFirst(traced("", traces, alerts))),
    define("link.traces.text", ofFirst(traced("", "Traces", "Alerts"))),
    define("link.alert.traces", traces),
    define(
      "link.silence",
      `${silenceLink(grafana)}{{ range .GroupLabels.SortedPairs }}&matcher={{ .Name }}%3D{{ .Value | urlquery }}{{ end }}${ONLY_THESE}`,
    ),
  ];
};

/** A group that is not of one name: a silence must not mute the rest of the system. */
const ONLY_THESE = `{{ if not .GroupLabels.alertname }}&matcher=alertname%3D~{{ range $i, $alert := .Alerts }}{{ if $i }}%7C{{ end }}{{ $alert.Labels.alertname | urlquery }}{{ end }}{{ end }}`;

/** A group's link is that of its first alert. */
const ofFirst = (link: string): string =>
  `{{ with index .Alerts 0 }}${link}{{ end }}`;

/**
 * The link for the narrowest scope that an alert has: a chart's alert has no system, and a node's
 * alert no namespace.
 */
function ofSubject(
  environment: string,
  link: (subject: LinkSubject) => string,
): string {
  const by = (kind: "system" | "namespace"): string =>
    link({ kind, name: filledLater(`{{ .Labels.${kind} | urlquery }}`) });
  return `{{ if .Labels.system }}${by("system")}{{ else if .Labels.namespace }}${by("namespace")}{{ else }}${link({ kind: "environment", name: environment })}{{ end }}`;
}
