import * as v from "valibot";
import { readNamedFile, resourcesOf } from "../synthesised-stack";
import type { StackOnDisk } from "../synthesised-stack";
import { withLabels } from "./lines";
import type { Lines } from "./lines";
import { rulesOfGrafana } from "./rules-of-grafana";

const DASHBOARD = v.object({
  uid: v.string(),
  title: v.string(),
  panels: v.array(
    v.object({ id: v.number(), title: v.optional(v.string(), "") }),
  ),
});

/**
 * Alerts that Grafana evaluates, uids of dashboards, folders and data sources, and numbers of
 * panels.
 */
export function identifiersOfGrafana(onDisk: StackOnDisk): Lines {
  const dashboards = resourcesOf(onDisk, "grafana_dashboard").map(
    ({ config_json }) =>
      readNamedFile(DASHBOARD, onDisk.folder, String(config_json)),
  );
  const titled = (type: string, title: "title" | "name"): readonly string[] =>
    resourcesOf(onDisk, type).map(
      (resource) => `${String(resource["uid"])} ${String(resource[title])}`,
    );
  return [
    [
      "second-path-alerts",
      rulesOfGrafana(onDisk).flatMap(({ alert = "", labels }) =>
        withLabels(alert, labels),
      ),
    ],
    ["dashboards", dashboards.map(({ uid, title }) => `${uid} ${title}`)],
    [
      "panels",
      dashboards.flatMap(({ uid, panels }) =>
        panels.map(({ id, title }) => `${uid}/${String(id)} ${title}`),
      ),
    ],
    ["folders", titled("grafana_folder", "title")],
    ["data-sources", titled("grafana_data_source", "name")],
  ];
}
