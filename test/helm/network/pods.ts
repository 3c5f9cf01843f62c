import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { production } from "../../../environments/production";
import { backupObjects } from "../../../helm/backups/backup-objects";
import { reportObjects } from "../../../helm/reports/report-objects";
import { services } from "../../../services";
import { releasesOf, storeReleases } from "../../support/releases";
import {
  containersOf,
  podsOf,
  renderedChart,
} from "../../support/rendered-charts";
import type {
  RenderedObject,
  RenderedPod,
} from "../../support/rendered-charts";

/** What policies can see of a pod. */
export interface PodFacts {
  /** Chart that makes it; `operator` and `own` for what no chart makes. */
  readonly chart: string;
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly number[];
}

const FILE = join(__dirname, "../../golden/pods.json");

const facts = (chart: string, pod: RenderedPod): PodFacts => ({
  chart,
  workload: pod.workload,
  namespace: pod.namespace,
  // Versions change with every chart and no policy may read them.
  labels: Object.fromEntries(
    Object.entries(pod.labels).filter(
      ([key]) => !/^(helm\.sh\/chart|chart|heritage)$|\/version$/.test(key),
    ),
  ),
  ports: [
    ...new Set(
      containersOf(pod).flatMap(({ ports = [] }) =>
        ports.map(({ containerPort }) => containerPort),
      ),
    ),
  ].sort((a, b) => a - b),
});

/**
 * Pods of Prometheus and Alertmanager: the operator labels them, as the chart's own Services expect.
 * @see https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/statefulset.go
 */
const operatorPods = (
  objects: readonly RenderedObject[],
): readonly PodFacts[] =>
  objects
    .filter(({ kind }) => ["Prometheus", "Alertmanager"].includes(kind))
    .map(({ kind, metadata }) => {
      const service = objects.find(
        (object) =>
          object.kind === "Service" && object.metadata.name === metadata.name,
      );
      const ports = service?.spec?.["ports"] as readonly {
        readonly targetPort: number | string;
      }[];
      return {
        chart: "operator",
        workload: `${kind.toLowerCase()}-${metadata.name}`,
        namespace: metadata.namespace ?? "",
        labels: service?.spec?.["selector"] as Readonly<Record<string, string>>,
        ports: ports
          .map(({ targetPort }) =>
            targetPort === "reloader-web" ? 8080 : Number(targetPort),
          )
          .sort((a, b) => a - b),
      };
    });

/** Every pod of production as the charts make it; `undefined` where charts cannot be rendered. */
export function renderedPods(): readonly PodFacts[] | undefined {
  const found: PodFacts[] = [];
  for (const { name, chart, values } of [
    ...releasesOf(production, services),
    ...storeReleases,
  ]) {
    const objects = renderedChart(name, chart, values);
    if (objects === undefined) return undefined;
    found.push(
      ...podsOf(objects).map((pod) => facts(chart, pod)),
      ...operatorPods(objects),
    );
  }
  return found;
}

/** The pods of our own jobs. */
const ownPods: readonly PodFacts[] = podsOf([
  ...backupObjects(production),
  ...reportObjects(production, services),
]).map((pod) => facts("own", pod));

const text = (pods: readonly PodFacts[]): string =>
  `${JSON.stringify(pods, null, 2)}\n`;

/** Writes what charts make to the file that is read where they cannot be rendered. */
export function comparePods(): { readonly kept: string; readonly now: string } {
  const kept = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const pods = renderedPods();
  if (pods === undefined) return { kept, now: kept };
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, text(pods));
  return { kept: readFileSync(FILE, "utf8"), now: text(pods) };
}

/** Every pod that production runs, by the file that rendered charts were written to. */
export const productionPods = (): readonly PodFacts[] => [
  ...(JSON.parse(readFileSync(FILE, "utf8")) as readonly PodFacts[]),
  ...ownPods,
];
