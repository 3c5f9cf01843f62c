import { environments } from "../../config/environments";
import { production } from "../../config/environments/production";
import { deployedCharts } from "../../helm/deployed-charts";
import type { EnvironmentConfig } from "../../model/environment";
import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";
import { filesOf, plain, stackOf } from "./output";
import type { SynthesisInput } from "../support/synthesise";

/** Types of Terraform's own that each stack must have. */
const RESOURCES = [
  "grafana_dashboard",
  "grafana_data_source",
  "grafana_folder",
  "grafana_folder_permission",
  "grafana_team",
  "helm_release",
  "kubernetes_namespace_v1",
];

/** Kinds of objects of the cluster that each stack must have, in the values of its releases. */
const KINDS = [
  "ConfigMap",
  "NetworkPolicy",
  "PodMonitor",
  "Probe",
  "PrometheusRule",
  "ServiceMonitor",
];

/**
 * Optional content of an environment: how it is recognised among the objects, and which setting
 * enables it.
 */
const OPTIONAL: Readonly<
  Record<
    string,
    {
      readonly is: (object: Found) => boolean;
      readonly asked: (environment: EnvironmentConfig) => boolean;
    }
  >
> = {
  "CronJobs of reports": {
    is: ({ kind, name }) => kind === "CronJob" && name.startsWith("report-"),
    asked: ({ reports }) => reports.kind === "on",
  },
  ScrapeConfig: {
    is: ({ kind }) => kind === "ScrapeConfig",
    asked: ({ outsideTargets }) => outsideTargets.length > 0,
  },
};

interface Found {
  readonly kind: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Every object of the cluster within a value. */
function objectsIn(value: unknown): readonly Found[] {
  if (typeof value !== "object" || value === null) return [];
  const { apiVersion, kind, metadata } = value as {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
    readonly metadata?: Partial<Found>;
  };
  return [
    ...(typeof apiVersion === "string" && typeof kind === "string"
      ? [{ kind, name: metadata?.name ?? "", labels: metadata?.labels ?? {} }]
      : []),
    ...Object.values(value).flatMap(objectsIn),
  ];
}

/**
 * What is read of a stack: its resources, its files, and the objects in the values of its releases.
 */
const contentsOf = (input: SynthesisInput, name: string) =>
  synthesised(input, (outdir) => {
    const folder = `stacks/${name}/files/`;
    const files = new Map(
      [...filesOf(outdir)]
        .filter(([path]) => path.startsWith(folder))
        .map(([path, text]) => [path.slice(folder.length), text] as const),
    );
    const valuesOf = (release: string): unknown =>
      JSON.parse(files.get(`values/${release}.json`) ?? "null");
    return {
      resources: stackOf(outdir, name).resource,
      files,
      valuesOf,
      objects: [...files.keys()]
        .filter((path) => path.startsWith("values/"))
        .flatMap((path) =>
          objectsIn(valuesOf(path.slice("values/".length, -".json".length))),
        ),
    };
  });

const missing = (
  { resources, objects }: ReturnType<typeof contentsOf>,
  environment: EnvironmentConfig,
): readonly string[] => [
  ...RESOURCES.filter(
    (type) => Object.keys(resources[type] ?? {}).length === 0,
  ),
  ...KINDS.filter((kind) => !objects.some((object) => object.kind === kind)),
  ...Object.entries(OPTIONAL)
    .filter(([, { is, asked }]) => asked(environment) && !objects.some(is))
    .map(([what]) => what),
];

describe.each(environments.map((one) => [one.name, one] as const))(
  "the stack of %s",
  (name, environment) => {
    const contents = contentsOf({}, name);
    const { resources, files, valuesOf, objects } = contents;

    it("contains every kind of thing that monitoring is made of", () => {
      expect(missing(contents, environment)).toEqual([]);
    });

    it("contains only the optional content that the environment enables", () => {
      for (const [what, { is, asked }] of Object.entries(OPTIONAL)) {
        expect([what, objects.some(is)]).toEqual([what, asked(environment)]);
      }
    });

    it("installs each chart at the version that is pinned for it", () => {
      const pinned = new Set(
        deployedCharts.flatMap(({ charts }) =>
          charts.map(({ chart, version }) => `${chart} ${version}`),
        ),
      );
      const charts = Object.values(resources["helm_release"] ?? {}).filter(
        ({ repository }) => repository !== undefined,
      );
      expect(charts.length).toBeGreaterThan(8);
      for (const { chart, version } of charts) {
        expect([...pinned]).toContain(`${String(chart)} ${String(version)}`);
      }
    });

    it("contains the configuration of Alertmanager and the rules of Loki", () => {
      expect(valuesOf("kps")).toMatchObject({
        alertmanager: {
          config: {
            route: { receiver: expect.any(String) as string },
            receivers: expect.arrayContaining([
              expect.objectContaining({ name: expect.any(String) as string }),
            ]) as unknown,
          },
        },
      });
      expect(
        objects
          .filter(
            ({ kind, labels }) => kind === "ConfigMap" && "loki_rule" in labels,
          )
          .map(({ name: rules }) => rules),
      ).toEqual(expect.arrayContaining(["codeverify-log-alerts"]));
    });

    it("contains references to Secrets and no Secret", () => {
      expect(objects.filter(({ kind }) => kind === "Secret")).toEqual([]);
      expect(Object.keys(resources)).not.toContain("kubernetes_secret_v1");
      expect(
        JSON.parse(files.get("outputs/required_secrets.json") ?? "[]"),
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: "grafana-admin" }),
        ]),
      );
      expect(files.get("values/grafana.json")).toContain("secretKeyRef");
    });

    it("has panels of current kinds, each with a data source of the stack", () => {
      const sources = Object.values(resources["grafana_data_source"] ?? {}).map(
        ({ uid }) => uid,
      );
      const dashboards = [...files].filter(([path]) =>
        path.startsWith("dashboards/"),
      );
      expect(dashboards).toHaveLength(
        Object.keys(resources["grafana_dashboard"] ?? {}).length,
      );
      for (const [path, text] of dashboards) {
        const { panels, schemaVersion } = JSON.parse(text) as {
          readonly schemaVersion: number;
          readonly panels: readonly {
            readonly type: string;
            readonly targets?: readonly {
              readonly datasource?: { readonly uid?: string };
            }[];
          }[];
        };
        expect([path, schemaVersion >= 41]).toEqual([path, true]);
        for (const { type, targets = [] } of panels) {
          expect([path, type]).not.toEqual([path, "graph"]);
          for (const { datasource } of targets) {
            expect(sources).toContain(datasource?.uid);
          }
        }
      }
    });
  },
);

it("has each of them in some environment", () => {
  for (const { asked } of Object.values(OPTIONAL)) {
    expect(environments.some(asked)).toBe(true);
  }
});

it("finds what is missing from a stack", () => {
  const environment = plain({
    ...production,
    reports: { kind: "off", reason: "a test" },
  });
  const input = { environments: [environment], services: [goodService] };
  const contents = contentsOf(input, "production");
  expect(missing(contents, production)).toEqual([
    "PodMonitor",
    "CronJobs of reports",
  ]);
  expect(
    missing(
      { ...contents, resources: { ...contents.resources, grafana_team: {} } },
      environment,
    ),
  ).toEqual(["grafana_team", "PodMonitor"]);
});
