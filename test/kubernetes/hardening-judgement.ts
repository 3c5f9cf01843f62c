import type { ReleaseHardening } from "../../helm/parts/hardening";
import { PRIORITY_CLASS } from "../../helm/parts/priority-class";
import { backupObjects } from "../../kubernetes/backups/backup-objects";
import { collectionJobObjects } from "../../kubernetes/collection-job-objects";
import { HARDENING } from "../../kubernetes/hardening";
import { reportObjects } from "../../kubernetes/reports/report-objects";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { isPlainMap } from "../helm/unknown-keys";
import { moving, unlimited, unrestricted } from "../support/pod-security";
import { releasesOf } from "../support/releases";
import { podsOf, renderedChart } from "../support/rendered-charts";
import type { RenderedObject, RenderedPod } from "../support/rendered-charts";

/** A release with the objects that it has in the cluster. */
export interface Rendered {
  readonly release: string;
  readonly objects: readonly RenderedObject[];
}

/** Objects of an environment: of our own manifests, and of charts where they can be rendered. */
interface RenderedEnvironment {
  readonly own: readonly Rendered[];
  /** Empty, after a printed warning, without helm or the charts' sources. */
  readonly charts: readonly Rendered[];
}

/** An exporter's release is listed under the release name of its chart. */
export const hardeningOf = (release: string): ReleaseHardening => {
  const found =
    HARDENING[release] ??
    Object.entries(HARDENING).find(([name]) => release.endsWith(name))?.[1];
  if (found === undefined) throw new Error(`nothing is said of ${release}`);
  return found;
};

/** Renders everything that an environment runs. */
export const renderedEnvironment = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): RenderedEnvironment => ({
  own: [
    { release: "monitoring-backups", objects: backupObjects(environment) },
    {
      release: "monitoring-reports",
      objects: reportObjects(environment, services),
    },
  ],
  charts: releasesOf(environment, services).flatMap(
    ({ name, chart, values }) => {
      const objects = renderedChart(name, chart, values);
      return objects === undefined ? [] : [{ release: name, objects }];
    },
  ),
});

/** Pods of which something is said, each with what is said. */
const findings = (
  pods: readonly RenderedPod[],
  find: (pod: RenderedPod) => readonly string[],
): readonly string[] =>
  pods.flatMap((pod) =>
    find(pod).map((finding) => `${pod.workload} ${finding}`),
  );

/** Pods that are not limited, and images whose tag may move. */
export const podFaults = (objects: readonly RenderedObject[]) => [
  ...findings(podsOf(objects), unlimited),
  ...findings(podsOf(objects), moving),
];

/** Pods that Pod Security `restricted` refuses. */
export const restrictionFaults = (objects: readonly RenderedObject[]) =>
  findings(podsOf(objects), unrestricted);

/** What is wrong with the pods of the collection jobs of systems. */
export const collectionFaults = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] =>
  services.flatMap((service) => {
    const { items } = collectionJobObjects(service, environment);
    return [...podFaults(items), ...restrictionFaults(items)];
  });

/** Custom resources of which the operator makes pods. */
const operated = (objects: readonly RenderedObject[]) =>
  objects.filter(({ kind }) => ["Prometheus", "Alertmanager"].includes(kind));

/** Names of what has the priority class. */
const prioritised = (objects: readonly RenderedObject[]): readonly string[] => [
  ...podsOf(objects)
    .filter(({ spec }) => spec["priorityClassName"] === PRIORITY_CLASS.name)
    .map(({ workload }) => workload),
  ...operated(objects)
    .filter(({ spec }) => spec?.["priorityClassName"] === PRIORITY_CLASS.name)
    .map(({ metadata }) => metadata.name),
];

const resourceFaults = (name: string, resources: unknown): readonly string[] =>
  [
    ["requests", "cpu"],
    ["requests", "memory"],
    ["limits", "memory"],
  ].flatMap(([kind = "", what = ""]) => {
    const amounts = isPlainMap(resources) ? resources[kind] : undefined;
    const amount = isPlainMap(amounts) ? amounts[what] : undefined;
    return typeof amount === "string" && /^\d/.test(amount)
      ? []
      : [`${name}: no ${kind}.${what}`];
  });

function operatedFaults({ metadata, spec = {} }: RenderedObject) {
  const { name } = metadata;
  const context = spec["securityContext"];
  const profile = isPlainMap(context) ? context["seccompProfile"] : undefined;
  const isRestricted =
    isPlainMap(context) &&
    context["runAsNonRoot"] === true &&
    isPlainMap(profile) &&
    profile["type"] === "RuntimeDefault";
  const thanos = spec["thanos"];
  return [
    ...(isRestricted ? [] : [`${name}: is not restricted`]),
    ...resourceFaults(name, spec["resources"]),
    ...(isPlainMap(thanos)
      ? resourceFaults(`${name} thanos`, thanos["resources"])
      : []),
  ];
}

/** What of two lists is not in both, each as often. */
const differences = (
  title: string,
  found: readonly string[],
  wanted: readonly string[],
): readonly string[] =>
  JSON.stringify([...found].sort()) === JSON.stringify([...wanted].sort())
    ? []
    : [`${title}: ${found.join(", ")}; wanted: ${wanted.join(", ")}`];

/**
 * What is wrong with the pods of rendered releases: not restricted and no exception, an exception
 * that nothing needs, no requests and limits, an image that moves, the wrong priority class.
 */
export function hardeningFaults(all: readonly Rendered[]): readonly string[] {
  const exceptions = all.flatMap(
    ({ release }) => hardeningOf(release).exceptions,
  );
  const objects = all.flatMap((release) => release.objects);
  const pods = podsOf(objects);
  const isException = ({ workload }: RenderedPod): boolean =>
    exceptions.some((exception) => exception.workload === workload);
  const placed = (one: { workload: string; namespace: string }): string =>
    `${one.namespace}/${one.workload}`;
  return [
    ...findings(
      pods.filter((pod) => !isException(pod)),
      unrestricted,
    ),
    ...differences(
      "exceptions",
      pods.filter((pod) => unrestricted(pod).length > 0).map(placed),
      exceptions.map(placed),
    ),
    ...podFaults(objects),
    ...differences(
      "priority class",
      prioritised(objects),
      all.flatMap(({ release }) => hardeningOf(release).wakesPeople),
    ),
    ...operated(objects).flatMap(operatedFaults),
  ];
}

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

/** Versions of images that the values of an environment's charts override, by their paths. */
export const overriddenImages = (values: unknown): readonly string[] =>
  pathsWith(
    values,
    (key, value) => key === "tag" || (key === "image" && !isPlainMap(value)),
  );

/** Paths of resources without memory and a limit of it. */
export const unlimitedValues = (values: unknown): readonly string[] =>
  pathsWith(values, (key, value) => {
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
