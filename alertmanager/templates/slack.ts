import { define, eachAlert, include } from "./define";
import type { ResponseTime } from "./response-time";
import type { WhereTraced } from "./where-traced";

/** Text of an annotation or label, with Slack's markup escaped. */
const escaped = (value: string): string =>
  `{{ ${value} | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;" }}`;

/**
 * A message of Slack with every alert of the group: common annotations are empty as soon as two
 * alerts differ.
 */
export const slack = (
  traced: WhereTraced,
  responds: ResponseTime,
): readonly string[] => [
  define(
    "slack.text",
    eachAlert(`{{ if eq $alert.Status "resolved" }}:white_check_mark: {{ end }}*${escaped("$alert.Annotations.summary")}*
{{ if ne $alert.Annotations.description $alert.Annotations.summary }}${escaped("$alert.Annotations.description")}
{{ end }}{{ with $alert.Annotations.action }}_First:_ ${escaped(".")}
{{ end }}{{ with $alert.Annotations.value }}Value {{ . }} · {{ end }}since {{ $alert.StartsAt.UTC.Format "2006-01-02 15:04:05 UTC" }}${responds("$alert", (time) => ` · response ${time}`)}
{{ with $alert.Annotations.runbook_url }}<{{ . }}|Runbook> · {{ end }}{{ if $alert.Annotations.dashboard_url }}<${include("link.alert.dashboard", "$alert")}|${include("link.dashboard.text", "$alert.Annotations")}> · {{ end }}<${include("link.alert.logs", "$alert")}|Logs>${traced("$alert", ` · <${include("link.alert.traces", "$alert")}|Traces>`)}
`),
  ),
];
