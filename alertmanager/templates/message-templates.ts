import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { define, include } from "./define";
import { email } from "./email";
import { links } from "./links";
import { PAGERDUTY } from "./pagerduty";
import { responseTime } from "./response-time";
import { slack } from "./slack";
import { teams } from "./teams";
import { whereTraced } from "./where-traced";

/** Name of the file, beside the configuration. */
export const TEMPLATE_FILE = "monitoring-stack.tmpl";

/**
 * Name of the alerts of a message: where a cause and what follows from it are one group, the first
 * and how many others there are.
 */
const NAMES = define(
  "names",
  `{{ with .GroupLabels.alertname }}{{ . }}{{ else }}{{ with .CommonLabels.alertname }}{{ . }}{{ else }}{{ $shown := $.Alerts.Firing }}{{ if not $shown }}{{ $shown = $.Alerts }}{{ end }}{{ (index $shown 0).Labels.alertname }}{{ if gt (len $shown) 1 }} and others{{ end }}{{ end }}{{ end }}`,
);

/**
 * Title of every message: state, name, priority, system and environment. A chart's alert has no
 * priority, so its severity is shown; a test alert begins with TEST.
 */
const TITLE = define(
  "title",
  `{{ if .CommonLabels.test }}TEST {{ end -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }} {{ .Alerts.Firing | len }}{{ end }}] ${include("names")}
{{- with .CommonLabels.priority }} · {{ . }}{{ else }} · {{ .CommonLabels.severity }}{{ end }}
{{- with .CommonLabels.system }} · {{ . }}{{ end }}
{{- with .CommonLabels.environment }} · {{ . }}{{ end }}`,
);

/** Red pages, amber does not page, green is resolved. */
const COLOUR = define(
  "colour",
  `{{ if eq .Status "resolved" }}#2eb67d{{ else if or (eq .CommonLabels.priority "P0") (eq .CommonLabels.severity "critical") }}#e01e5a{{ else }}#ecb22e{{ end }}`,
);

/**
 * The templates of every message, as one file that Alertmanager reads.
 * @see https://prometheus.io/docs/alerting/latest/notifications/
 */
export function messageTemplates(
  environment: EnvironmentConfig,
  services: readonly Service[],
): string {
  const traced = whereTraced(services);
  const responds = responseTime(services);
  return [
    NAMES,
    TITLE,
    COLOUR,
    ...links(environment, services, traced),
    ...slack(traced, responds),
    ...teams(traced),
    ...PAGERDUTY,
    ...email(traced, responds),
  ].join("\n");
}
