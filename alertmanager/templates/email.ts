import { define, eachAlert, include } from "./define";
import type { ResponseTime } from "./response-time";
import type { WhereTraced } from "./where-traced";

/** A mail, as text and as HTML. Alertmanager escapes what it puts into the HTML. */
export const email = (
  traced: WhereTraced,
  responds: ResponseTime,
): readonly string[] => [
  define(
    "email.text",
    `${include("title")}

${eachAlert(`{{ $alert.Status | toUpper }}: {{ $alert.Annotations.summary }}
{{ if ne $alert.Annotations.description $alert.Annotations.summary }}{{ $alert.Annotations.description }}
{{ end }}{{ with $alert.Annotations.action }}First: {{ . }}
{{ end }}{{ with $alert.Annotations.value }}Value: {{ . }}
{{ end }}Since: {{ $alert.StartsAt.UTC.Format "2006-01-02 15:04:05 UTC" }}
{{ with $alert.Annotations.runbook_url }}Runbook: {{ . }}
{{ end }}{{ if $alert.Annotations.dashboard_url }}${include("link.dashboard.text", "$alert.Annotations")}: ${include("link.alert.dashboard", "$alert")}
{{ end }}Logs: ${include("link.alert.logs", "$alert")}${traced("$alert", `\nTraces: ${include("link.alert.traces", "$alert")}`)}
Labels: {{ range $alert.Labels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}

`)}
${include("link.silence.text")}: ${include("link.silence")}`,
  ),
  define(
    "email.html",
    `<!doctype html>
<html><body style="font-family: sans-serif; max-width: 46em">
<h2 style="border-left: 6px solid ${include("colour")}; padding-left: 10px">${include("title")}</h2>
${eachAlert(`<h3>{{ if eq $alert.Status "resolved" }}Resolved: {{ end }}{{ $alert.Annotations.summary }}</h3>
{{ if ne $alert.Annotations.description $alert.Annotations.summary }}<p>{{ $alert.Annotations.description }}</p>
{{ end }}{{ with $alert.Annotations.action }}<p><b>First:</b> {{ . }}</p>
{{ end }}<table>
{{ with $alert.Annotations.value }}<tr><td>Value</td><td>{{ . }}</td></tr>
{{ end }}<tr><td>Since</td><td>{{ $alert.StartsAt.UTC.Format "2006-01-02 15:04:05 UTC" }}</td></tr>
${responds("$alert", (time) => `<tr><td>Response</td><td>${time}</td></tr>\n`)}{{ range $alert.Labels.SortedPairs }}<tr><td>{{ .Name }}</td><td>{{ .Value }}</td></tr>
{{ end }}</table>
<p>{{ with $alert.Annotations.runbook_url }}<a href="{{ . }}">Runbook</a> · {{ end }}{{ if $alert.Annotations.dashboard_url }}<a href="${include("link.alert.dashboard", "$alert")}">${include("link.dashboard.text", "$alert.Annotations")}</a> · {{ end }}<a href="${include("link.alert.logs", "$alert")}">Logs</a>${traced("$alert", ` · <a href="${include("link.alert.traces", "$alert")}">Traces</a>`)}</p>
`)}
<p><a href="${include("link.silence")}">${include("link.silence.text")}</a> · <a href="${include("link.alerts")}">Alerts</a></p>
</body></html>`,
  ),
];
