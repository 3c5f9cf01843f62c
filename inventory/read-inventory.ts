import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fitsIn, readJsonFile } from "../input/json";
import { chartName } from "./chart-name";
import { costIn } from "./cost-in";
import { SLO_FILE, SLO_FILE_VERSION } from "./slo-file";
import type {
  AlertEntry,
  DashboardEntry,
  Inventory,
  MonitorEntry,
  ReleaseEntry,
  SloEntry,
} from "./inventory";
import { requiredSecrets } from "./required-secrets";
import {
  SYSTEM_LABEL,
  objectsOf,
  readNamedFile,
  readStacks,
  resourcesOf,
  rulesOf,
  valuesOf,
} from "./synthesised-stack";
import type {
  Resource,
  StackOnDisk,
  SynthesisedObject,
  SynthesisedRule,
} from "./synthesised-stack";

/** Annotation under which a monitor says how many series it costs at most. */
const SERIES_ANNOTATION = "monitoring-stack/series-at-most";

/**
 * Reads back what was synthesised, one inventory for each stack.
 *
 * @param outdir the folder that synth wrote, `cdktf.out`
 * @throws Error when the folder holds no synthesised stacks
 */
export const readInventories = (outdir: string): readonly Inventory[] =>
  readStacks(outdir).map(readInventory);

/** Of the releases Grafana's alone has such a section. */
const GRAFANA = v.object({
  "grafana.ini": v.exactOptional(
    v.object({ "auth.basic": v.object({ enabled: v.boolean() }) }),
  ),
});

function readInventory(onDisk: StackOnDisk): Inventory {
  const { environment, folder, stack, warnings } = onDisk;
  const resources = stack.resource ?? {};
  const objects = objectsOf(onDisk);
  const rules = objects.flatMap((object) =>
    rulesOf(object).map((rule) => ({ rule, object })),
  );
  return {
    environment,
    folder,
    backend: Object.keys(stack.terraform.backend).join(", "),
    kubeconfigContext: stack.provider?.kubernetes?.[0]?.config_context ?? "",
    grafanaPasswords: valuesOf(onDisk, GRAFANA).every(
      (values) => values["grafana.ini"]?.["auth.basic"].enabled ?? true,
    ),
    releases: resourcesOf(onDisk, "helm_release").map(releaseEntry),
    monitors: objects
      .filter(({ kind }) => kind.endsWith("Monitor") || kind === "Probe")
      .map(monitorEntry),
    recordingRules: rules.flatMap(({ rule }) => rule.record ?? []),
    alerts: rules.flatMap(({ rule, object }) => alertEntry(rule, object)),
    dashboards: resourcesOf(onDisk, "grafana_dashboard").map((dashboard) =>
      dashboardEntry(folder, dashboard),
    ),
    secrets: requiredSecrets(folder),
    slos: slosIn(join(folder, "files/slos")),
    cost: costIn(join(folder, "files/catalogue.json")),
    warnings,
    addresses: Object.entries(resources)
      .flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${type}.${name}`),
      )
      .sort(),
  };
}

const releaseEntry = (release: Resource): ReleaseEntry => ({
  name: String(release["name"]),
  chart: chartName(String(release["chart"]), String(release["version"])),
  version: String(release["version"]),
});

const monitorEntry = (object: SynthesisedObject): MonitorEntry => ({
  kind: object.kind,
  name: object.metadata.name,
  system: object.metadata.labels[SYSTEM_LABEL] ?? "",
  series: Number(object.metadata.annotations?.[SERIES_ANNOTATION] ?? 0),
});

const alertEntry = (
  rule: SynthesisedRule,
  object: SynthesisedObject,
): readonly AlertEntry[] =>
  rule.alert === undefined
    ? []
    : [
        {
          name: rule.alert,
          system: object.metadata.labels[SYSTEM_LABEL] ?? "",
          priority: rule.labels?.["priority"] ?? "",
          expr: rule.expr,
          for: rule.for ?? "0s",
        },
      ];

const DASHBOARD = v.object({
  uid: v.string(),
  title: v.string(),
  panels: v.array(v.object({ type: v.string() })),
});

function dashboardEntry(folder: string, dashboard: Resource): DashboardEntry {
  const { uid, title, panels } = readNamedFile(
    DASHBOARD,
    folder,
    String(dashboard["config_json"]),
  );
  return {
    uid,
    title,
    panels: panels.filter(({ type }) => type !== "row").length,
    folder: String(dashboard["folder"]),
  };
}

const VERSIONED = v.object({ version: v.unknown() });

/** Nothing in the stack names these files: they are for others. Without SLOs there is no folder. */
const slosIn = (folder: string): readonly SloEntry[] =>
  (existsSync(folder) ? readdirSync(folder).sort() : []).flatMap((name) => {
    const path = join(folder, name);
    const file = readJsonFile(v.unknown(), path);
    const { version } = fitsIn(VERSIONED, file, path);
    if (version !== SLO_FILE_VERSION) {
      throw new Error(
        `${path} has version ${String(version)}, and only ${String(SLO_FILE_VERSION)} is known here; run npm start with this checkout`,
      );
    }
    const { system, slos } = fitsIn(SLO_FILE, file, path);
    return slos.map((slo) => ({ ...slo, system }));
  });
