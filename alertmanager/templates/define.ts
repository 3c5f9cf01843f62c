/** A named template. White space around the text is no part of it. */
export const define = (name: string, text: string): string =>
  `{{ define "monitoring-stack.${name}" -}}\n${text.trim()}\n{{- end }}\n`;

/** Uses a template inside another, on what the dot is there. */
export const include = (name: string, dot = "."): string =>
  `{{ template "monitoring-stack.${name}" ${dot} }}`;

/** How many alerts of a group are written out: more would be cut off somewhere in the middle. */
export const MOST = 10;

/**
 * Writes text for each of the first alerts of a group, which is `$alert` there, and says when there
 * are more.
 */
export const eachAlert = (text: string): string =>
  `{{ range $index, $alert := .Alerts }}{{ if lt $index ${String(MOST)} }}${text}{{ end }}{{ end }}
{{- if gt (len .Alerts) ${String(MOST)} }}The first ${String(MOST)} of {{ len .Alerts }} alerts.{{ end }}`;
