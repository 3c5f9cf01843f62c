import { production } from "../../config/environments/production";
import { deployedCharts } from "../../helm/deployed-charts";
import type { ReleaseHardening } from "../../helm/parts/hardening";
import { PRIORITY_CLASS } from "../../helm/parts/priority-class";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import { backupObjects } from "../../kubernetes/backups/backup-objects";
import { HARDENING } from "../../kubernetes/hardening";
import { reportObjects } from "../../kubernetes/reports/report-objects";
import type { EnvironmentConfig } from "../../model/environment";
import { ENVIRONMENTS, valuesOfCharts } from "../helm/chart-values";
import { isPlainMap } from "../helm/unknown-keys";
import { services } from "../support/declared";
import { moving, unlimited, unrestricted } from "../support/pod-security";
import { releasesOf, storesOf } from "../support/releases";
import { podsOf, renderedChart } from "../support/rendered-charts";
import type { RenderedObject, RenderedPod } from "../support/rendered-charts";
import {
  distributedLogs,
  kafkaTraces,
  monolithicTracesInBucket,
  productionWith,
} from "../support/scaled";

/** An exporter's release is listed under the release name of its chart. */
const hardeningOf = (release: string): ReleaseHardening => {
  const found =
    HARDENING[release] ??
    Object.entries(HARDENING).find(([name]) => release.endsWith(name))?.[1];
  if (found === undefined) throw new Error(`nothing is said of ${release}`);
  return found;
};

/** Releases of our own objects, which need no chart to be rendered. */
const OWN_RELEASES = 2;

interface Rendered {
  readonly release: string;
  readonly objects: readonly RenderedObject[];
}

/** Every release that can be rendered here; a warning is printed for the others. */
const rendered = (environment: EnvironmentConfig): readonly Rendered[] => [
  ...releasesOf(environment, services).flatMap(({ name, chart, values }) => {
    const objects = renderedChart(name, chart, values);
    return objects === undefined ? [] : [{ release: name, objects }];
  }),
  {
    release: "monitoring-backups",
    objects: backupObjects(environment),
  },
  {
    release: "monitoring-reports",
    objects: reportObjects(environment, services),
  },
];

/** Pods of which something is said, each with what is said. */
const findings = (
  all: readonly Rendered[],
  find: (pod: RenderedPod) => readonly string[],
): readonly string[] =>
  all.flatMap(({ objects }) =>
    podsOf(objects).flatMap((pod) =>
      find(pod).map((finding) => `${pod.workload} ${finding}`),
    ),
  );

it("lists every release that has pods", () => {
  expect(
    deployedCharts
      .flatMap(({ charts }) => charts)
      .filter((chart) => chart !== PROMETHEUS_OPERATOR_CRDS)
      .map(({ release }) => release)
      .filter((release) => !(release in HARDENING)),
  ).toEqual([]);
  for (const { name } of releasesOf(production, services)) {
    expect(hardeningOf(name)).toBeDefined();
  }
});

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("the pods of %s", (_, environment) => {
  const all = rendered(environment);
  const exceptions = all.flatMap(
    ({ release }) => hardeningOf(release).exceptions,
  );
  const isException = ({ workload }: RenderedPod): boolean =>
    exceptions.some((exception) => exception.workload === workload);

  it("are restricted, but for the exceptions", () => {
    expect(
      findings(all, (pod) => (isException(pod) ? [] : unrestricted(pod))),
    ).toEqual([]);
  });

  it("need every exception, in the namespace that allows it", () => {
    const needed = all
      .flatMap(({ objects }) => podsOf(objects))
      .filter((pod) => unrestricted(pod).length > 0)
      .map(({ workload, namespace }) => ({ workload, namespace }));
    // Without rendered charts nothing is needed, and nothing is said.
    expect(needed).toEqual(
      all.length > OWN_RELEASES
        ? exceptions.map(({ workload, namespace }) => ({ workload, namespace }))
        : [],
    );
  });

  it("ask for what they need and are limited", () => {
    expect(findings(all, unlimited)).toEqual([]);
  });

  it("have images that stay what they are", () => {
    expect(findings(all, moving)).toEqual([]);
  });

  it("have the priority class where they notify people, and nowhere else", () => {
    const named = all.flatMap(({ objects }) => [
      ...podsOf(objects)
        .filter(({ spec }) => spec["priorityClassName"] === PRIORITY_CLASS.name)
        .map(({ workload }) => workload),
      ...objects
        .filter(({ kind }) => ["Prometheus", "Alertmanager"].includes(kind))
        .filter(
          ({ spec }) => spec?.["priorityClassName"] === PRIORITY_CLASS.name,
        )
        .map(({ metadata }) => metadata.name),
    ]);
    expect(named.sort()).toEqual(
      all.flatMap(({ release }) => hardeningOf(release).wakesPeople).sort(),
    );
  });

  it("are restricted where the operator makes them, as far as its settings allow", () => {
    const own = all
      .flatMap(({ objects }) => objects)
      .filter(({ kind }) => ["Prometheus", "Alertmanager"].includes(kind));
    for (const { spec } of own) {
      expect(spec?.["securityContext"]).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
      const resources = [
        spec?.["resources"],
        ...(isPlainMap(spec?.["thanos"]) ? [spec["thanos"]["resources"]] : []),
      ];
      for (const one of resources) {
        expect(one).toMatchObject({
          requests: {
            cpu: expect.stringMatching(/^\d/) as string,
            memory: expect.stringMatching(/^\d/) as string,
          },
          limits: { memory: expect.stringMatching(/^\d/) as string },
        });
      }
    }
    expect(own).toHaveLength(all.length > OWN_RELEASES ? 2 : 0);
  });
});

describe.each([
  ["logs in parts", productionWith({ logs: distributedLogs })],
  ["traces over Kafka", productionWith({ traces: kafkaTraces })],
  [
    "traces of one process in a bucket",
    productionWith({ traces: monolithicTracesInBucket }),
  ],
] as const)("the pods of %s", (_, environment) => {
  it("are restricted, limited, and have images that stay", () => {
    const all = storesOf(environment, services).flatMap(
      ({ name, chart, values }) => {
        const objects = renderedChart(name, chart, values);
        return objects === undefined ? [] : [{ release: name, objects }];
      },
    );
    expect([
      ...findings(all, unrestricted),
      ...findings(all, unlimited),
      ...findings(all, moving),
    ]).toEqual([]);
  });
});

/** Paths of the values that hold what is looked for. */
function pathsWith(
  values: unknown,
  matches: (key: string, value: unknown) => boolean,
  path = "",
): readonly string[] {
  if (Array.isArray(values)) {
    return values.flatMap((item) => pathsWith(item, matches, path));
  }
  if (!isPlainMap(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => [
    ...(matches(key, value) ? [`${path}/${key}`] : []),
    ...pathsWith(value, matches, `${path}/${key}`),
  ]);
}

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("the values of %s, whatever charts make of them", (_, environment) => {
  const values = valuesOfCharts(environment);

  it("override no version of an image but those that the tests try", () => {
    expect(
      pathsWith(
        values,
        (key, value) =>
          key === "tag" || (key === "image" && !isPlainMap(value)),
      ),
    ).toEqual([
      "/kube-prometheus-stack/prometheus/prometheusSpec/image/tag",
      "/kube-prometheus-stack/alertmanager/alertmanagerSpec/image/tag",
    ]);
  });

  it("name memory and a limit of it wherever they name resources", () => {
    const wrong = pathsWith(values, (key, value) => {
      if (key !== "resources" || !isPlainMap(value)) return false;
      const { requests, limits } = value;
      return !(
        isPlainMap(requests) &&
        "cpu" in requests &&
        "memory" in requests &&
        isPlainMap(limits) &&
        "memory" in limits
      );
    }).filter((path) => !path.includes("storage"));
    expect(wrong).toEqual([]);
  });
});

describe("a pod", () => {
  const container = {
    name: "main",
    image: "registry.example.com/main:1.2",
    resources: {
      requests: { cpu: "1", memory: "1Gi" },
      limits: { memory: "1Gi" },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
  };
  const good = {
    spec: {
      containers: [container],
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      },
    },
  };

  it("is fine", () => {
    expect([unrestricted(good), unlimited(good), moving(good)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    ["hostPID", { hostPID: true }],
    ["volume hostPath", { volumes: [{ name: "x", hostPath: { path: "/" } }] }],
    [
      "main: may run as root",
      { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
    ],
    [
      "main: has the seccomp profile none",
      { securityContext: { runAsNonRoot: true } },
    ],
    [
      "main: runs as root",
      { securityContext: { ...good.spec.securityContext, runAsUser: 0 } },
    ],
  ])("is seen to be wrong: %s", (finding, change) => {
    expect(unrestricted({ spec: { ...good.spec, ...change } })).toEqual([
      finding,
    ]);
  });

  it.each([
    ["may become more than it is", { allowPrivilegeEscalation: true }],
    ["is privileged", { privileged: true }],
    ["keeps capabilities", { capabilities: {} }],
    [
      "adds capabilities",
      { capabilities: { drop: ["ALL"], add: ["NET_ADMIN"] } },
    ],
    ["writes to its root file system", { readOnlyRootFilesystem: false }],
  ])("is seen to be wrong: a container that %s", (finding, change) => {
    const securityContext = { ...container.securityContext, ...change };
    expect(
      unrestricted({
        spec: { ...good.spec, containers: [{ ...container, securityContext }] },
      }),
    ).toEqual([`main: ${finding}`]);
  });

  it.each([
    "registry.example.com/main",
    "registry.example.com:5000/main",
    "registry.example.com/main:latest",
  ])("is seen to have an image that moves: %s", (image) => {
    expect(moving({ spec: { containers: [{ ...container, image }] } })).toEqual(
      [image],
    );
  });

  it("is seen to have no limit, in what prepares it too", () => {
    expect(
      unlimited({
        spec: {
          containers: [container],
          initContainers: [
            { ...container, name: "first", resources: { limits: {} } },
          ],
        },
      }),
    ).toEqual([
      "first: no requests.cpu",
      "first: no requests.memory",
      "first: no limits.memory",
    ]);
  });
});
