/** A named template. Surrounding white space is trimmed. */
export const define = (name: string, text: string): string =>
  `{{ define "monitoring-stack.${name}" -}}\n${text.trim()}\n{{- end }}\n`;

/** Includes a template in another, with the dot of that place. */
export const include = (name: string, dot = "."): string =>
  `{{ template "monitoring-stack.${name}" ${dot} }}`;

/** How many alerts of a group are written out; a longer message would be truncated. */
export const MOST = 10;

/**
 * Writes text for each of the first alerts of a group, which is `$alert` there, and says when there
 * are more.
 */
export const eachAlert = (text: string): string =>
  `{{ range $index, $alert := .Alerts }}{{ if lt $index ${String(MOST)} }}${text}{{ end }}{{ end }}
{{- if gt (len .Alerts) ${String(MOST)} }}The first ${String(MOST)} of {{ len .Alerts }} alerts.{{ end }}`;
