import { define } from "./define";

const QUARTER_OF_AN_HOUR = 15 * 60 * 1_000_000_000;

/** Addresses, each for a group and for one alert of it. Where an alert names none, Alertmanager itself is opened. */
export const links = (grafana: string): readonly string[] => [
  define(
    "link.runbook",
    `{{ or .CommonAnnotations.runbook_url .ExternalURL }}`,
  ),
  define(
    "link.dashboard",
    `{{ or .CommonAnnotations.dashboard_url .ExternalURL }}`,
  ),
  define("link.logs", `{{ with index .Alerts 0 }}${logs(grafana)}{{ end }}`),
  define("link.alert.logs", logs(grafana)),
  define(
    "link.silence",
    `{{ .ExternalURL }}/#/silences/new?filter=%7B{{ range $index, $pair := .GroupLabels.SortedPairs }}{{ if $index }}%2C{{ end }}{{ $pair.Name }}%3D{{ printf "%q" $pair.Value | urlquery }}{{ end }}%7D`,
  ),
];

/**
 * Grafana's page for logs at the lines of the alert's system, or of its namespace, from a quarter of an hour before it began.
 * @see https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools
 */
function logs(grafana: string): string {
  const panes = JSON.stringify({
    logs: {
      datasource: "loki",
      queries: [
        {
          refId: "A",
          datasource: { type: "loki", uid: "loki" },
          expr: "STREAM",
        },
      ],
      range: { from: "FROM", to: "TO" },
    },
  });
  const stream = (label: string): string =>
    `${encodeURIComponent(`{${label}=\\"`)}{{ .Labels.${label} | urlquery }}${encodeURIComponent('\\"}')}`;
  const expr = `{{ if .Labels.system }}${stream("system")}{{ else }}${stream("namespace")}{{ end }}`;
  const query = encodeURIComponent(panes)
    .replace("STREAM", expr)
    .replace(
      "FROM",
      `{{ (.StartsAt.Add -${String(QUARTER_OF_AN_HOUR)}).UnixMilli }}`,
    )
    .replace("TO", "now");
  return `${grafana}/explore?schemaVersion=1&orgId=1&panes=${query}`;
}
