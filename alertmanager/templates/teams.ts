import { define, eachAlert, include } from "./define";
import type { WhereTraced } from "./where-traced";

/** A message of Microsoft Teams, in its Markdown. */
export const teams = (traced: WhereTraced): readonly string[] => [
  define(
    "teams.text",
    `${eachAlert(`**{{ $alert.Annotations.summary }}**

{{ if ne $alert.Annotations.description $alert.Annotations.summary }}{{ $alert.Annotations.description }}

{{ end }}{{ with $alert.Annotations.action }}First: {{ . }}

{{ end }}{{ with $alert.Annotations.value }}Value {{ . }} · {{ end }}since {{ $alert.StartsAt.UTC.Format "2006-01-02 15:04:05 UTC" }}

{{ with $alert.Annotations.runbook_url }}[Runbook]({{ . }}) · {{ end }}{{ if $alert.Annotations.dashboard_url }}[${include("link.dashboard.text", "$alert.Annotations")}](${include("link.alert.dashboard", "$alert")}) · {{ end }}[Logs](${include("link.alert.logs", "$alert")})${traced("$alert", ` · [Traces](${include("link.alert.traces", "$alert")})`)}

`)}

[${include("link.silence.text")}](${include("link.silence")})`,
  ),
];
