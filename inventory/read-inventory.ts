import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type {
  AlertEntry,
  DashboardEntry,
  Inventory,
  MonitorEntry,
  ReleaseEntry,
  SecretEntry,
  SloEntry,
} from "./inventory";

type Resource = Readonly<Record<string, unknown>>;

interface SynthesisedStack {
  readonly resource?: Readonly<
    Record<string, Readonly<Record<string, Resource>>>
  >;
  readonly provider?: {
    readonly kubernetes?: readonly { readonly config_context: string }[];
  };
  readonly terraform: { readonly backend: Readonly<Record<string, unknown>> };
}

interface SynthesisedObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Rules;
  /** Files of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>>;
}

interface Rules {
  readonly groups?: readonly { readonly rules: readonly SynthesisedRule[] }[];
}

interface SynthesisedRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface SloDefinitions {
  readonly version: number;
  readonly system: string;
  readonly slos: readonly SloEntry[];
}

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      {
        readonly workingDirectory: string;
        readonly annotations: readonly {
          readonly level: string;
          readonly message: string;
        }[];
      }
    >
  >;
}

/** Label of a ConfigMap with rules for Loki's ruler. */
const LOKI_RULE_LABEL = "loki_rule";
/** Label under which each object says whose it is. */
const SYSTEM_LABEL = "monitoring-stack/system";
/** Annotation under which a monitor says how many series it costs at most. */
const SERIES_ANNOTATION = "monitoring-stack/series-at-most";

/**
 * Reads back what was synthesised, one inventory for each stack.
 *
 * @param outdir the folder that synth wrote, `cdktf.out`
 * @throws Error when the folder holds no synthesised stacks
 */
export function readInventories(outdir: string): readonly Inventory[] {
  if (!existsSync(join(outdir, "manifest.json"))) {
    throw new Error(
      `${outdir} holds no stacks; run npm start or npx cdktf synth first`,
    );
  }
  const manifest = readJson(join(outdir, "manifest.json")) as Manifest;
  return Object.entries(manifest.stacks).map(([environment, stack]) =>
    readInventory(
      environment,
      join(outdir, stack.workingDirectory),
      stack.annotations.map(({ message }) => message),
    ),
  );
}

function readInventory(
  environment: string,
  folder: string,
  warnings: readonly string[],
): Inventory {
  const stack = readJson(join(folder, "cdk.tf.json")) as SynthesisedStack;
  const resources = stack.resource ?? {};
  const releases = Object.values(resources["helm_release"] ?? {});
  const objects = releases.flatMap((release) => objectsOf(folder, release));
  const rules = objects.flatMap((object) =>
    rulesOf(object).map((rule) => ({ rule, object })),
  );
  return {
    environment,
    folder,
    backend: Object.keys(stack.terraform.backend).join(", "),
    kubeconfigContext: stack.provider?.kubernetes?.[0]?.config_context ?? "",
    releases: releases.map(releaseEntry),
    monitors: objects
      .filter(({ kind }) => kind.endsWith("Monitor") || kind === "Probe")
      .map(monitorEntry),
    recordingRules: rules.flatMap(({ rule }) => rule.record ?? []),
    alerts: rules.flatMap(({ rule, object }) => alertEntry(rule, object)),
    dashboards: Object.values(resources["grafana_dashboard"] ?? {}).map(
      (dashboard) => dashboardEntry(folder, dashboard),
    ),
    secrets: readJson(
      join(folder, "files/outputs/required_secrets.json"),
    ) as readonly SecretEntry[],
    slos: slosIn(join(folder, "files/slos")),
    warnings,
    addresses: Object.entries(resources)
      .flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${type}.${name}`),
      )
      .sort(),
  };
}

/** Rules on metrics are the object's own, those on logs are files of it. */
const rulesOf = ({
  metadata,
  spec = {},
  data = {},
}: SynthesisedObject): readonly SynthesisedRule[] =>
  [
    spec,
    ...(LOKI_RULE_LABEL in metadata.labels
      ? Object.values(data).map((text) => parse(text) as Rules)
      : []),
  ].flatMap(({ groups = [] }) => groups.flatMap(({ rules }) => rules));

const releaseEntry = (release: Resource): ReleaseEntry => ({
  name: String(release["name"]),
  chart: String(release["chart"]).startsWith("./")
    ? "raw-objects"
    : String(release["chart"]),
  version: String(release["version"]),
});

function objectsOf(
  folder: string,
  release: Resource,
): readonly SynthesisedObject[] {
  const [file] = release["values"] as readonly string[];
  if (file === undefined) return [];
  const { objects } = readFile(folder, file) as {
    objects?: readonly SynthesisedObject[];
  };
  return objects ?? [];
}

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

function dashboardEntry(folder: string, dashboard: Resource): DashboardEntry {
  const json = readFile(folder, String(dashboard["config_json"])) as {
    readonly uid: string;
    readonly title: string;
    readonly panels: readonly { readonly type: string }[];
  };
  return {
    uid: json.uid,
    title: json.title,
    panels: json.panels.filter(({ type }) => type !== "row").length,
    folder: String(dashboard["folder"]),
  };
}

/** Version of the definitions of promises that is read here. */
const DEFINITIONS_VERSION = 1;

/** Nothing in the stack names these files: they are for others. Without promises there is not even a folder. */
const slosIn = (folder: string): readonly SloEntry[] =>
  (existsSync(folder) ? readdirSync(folder).sort() : []).flatMap((name) => {
    const path = join(folder, name);
    const { version, system, slos } = readJson(path) as SloDefinitions;
    if (version !== DEFINITIONS_VERSION) {
      throw new Error(
        `${path} has version ${String(version)}, and only ${String(DEFINITIONS_VERSION)} is known here; run npm start with this checkout`,
      );
    }
    return slos.map((slo) => ({ ...slo, system }));
  });

/** Reads the file that a `file()` expression of the stack names. */
function readFile(folder: string, expression: string): unknown {
  const path = /^\$\{file\("\$\{path\.module\}\/(.+)"\)\}$/.exec(
    expression,
  )?.[1];
  if (path === undefined) {
    throw new Error(
      `expected an expression that reads a file, got ${expression}`,
    );
  }
  return readJson(join(folder, path));
}

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(path, "utf8"));
