import { define, eachAlert } from "./define";

/** Details that the paged person reads below the title. */
export const PAGERDUTY: readonly string[] = [
  define(
    "pagerduty.details",
    eachAlert(`{{ $alert.Status }}: {{ $alert.Annotations.summary }}
{{ if ne $alert.Annotations.description $alert.Annotations.summary }}{{ $alert.Annotations.description }}
{{ end }}{{ with $alert.Annotations.action }}First: {{ . }}
{{ end }}{{ with $alert.Annotations.value }}Value: {{ . }}
{{ end }}Since: {{ $alert.StartsAt.UTC.Format "2006-01-02 15:04:05 UTC" }}
{{ with $alert.Annotations.runbook_url }}Runbook: {{ . }}
{{ end }}{{ range $alert.Labels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}

`),
  ),
];
