import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { production, staging } from "../../support/organisation/environments";
import { backupObjects } from "../../../kubernetes/backups/backup-objects";
import { reportObjects } from "../../../kubernetes/reports/report-objects";
import { services } from "../../support/organisation/services";
import { releasesOf, storesOf } from "../../support/releases";
import type { Release } from "../../support/releases";
import {
  containersOf,
  podsOf,
  renderedChart,
} from "../../support/rendered-charts";
import type {
  RenderedObject,
  RenderedPod,
} from "../../support/rendered-charts";
import {
  distributedLogs,
  kafkaTraces,
  productionWith,
} from "../../support/scaled";

/** Forms in which the platform is installed, of which each has pods of its own. */
export type Installation =
  "production" | "staging" | "distributed logs" | "traces over Kafka";

/** What policies can see of a pod. */
export interface PodFacts {
  readonly installations: readonly Installation[];
  /** Chart that makes it; `operator` and `own` for what no chart makes. */
  readonly chart: string;
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly number[];
}

/** What is seen of a pod in one rendering. */
type Seen = Omit<PodFacts, "installations">;

const FILE = join(__dirname, "../../golden/pods.json");

/** Releases of each form; what is the same as in production is rendered once. */
const INSTALLATIONS: Readonly<Record<Installation, readonly Release[]>> = {
  production: releasesOf(production, services),
  staging: releasesOf(staging, services),
  "distributed logs": storesOf(
    productionWith({ logs: distributedLogs }),
    services,
  ),
  "traces over Kafka": storesOf(
    productionWith({ traces: kafkaTraces }),
    services,
  ),
};

const facts = (chart: string, pod: RenderedPod): Seen => ({
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
 * Pods of Prometheus and Alertmanager: the operator labels them, as the chart's own Services
 * expect.
 * @see
 *   https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/statefulset.go
 */
const operatorPods = (objects: readonly RenderedObject[]): readonly Seen[] =>
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

/**
 * Every pod of every form, as the charts make it: what a component stands for depends on the form,
 * and how its pods are labelled must not. `undefined` where charts cannot be rendered.
 */
export function renderedPods(): readonly PodFacts[] | undefined {
  const found = new Map<string, readonly Installation[]>();
  for (const [form, releases] of Object.entries(INSTALLATIONS)) {
    for (const { name, chart, values } of releases) {
      const objects = renderedChart(name, chart, values);
      if (objects === undefined) return undefined;
      for (const pod of [
        ...podsOf(objects).map((one) => facts(chart, one)),
        ...operatorPods(objects),
      ]) {
        const key = JSON.stringify(pod);
        found.set(key, [...(found.get(key) ?? []), form as Installation]);
      }
    }
  }
  return [...found].map(([key, installations]) => ({
    installations,
    ...(JSON.parse(key) as Seen),
  }));
}

/** The pods of our own jobs. */
const ownPods: readonly PodFacts[] = podsOf([
  ...backupObjects(production),
  ...reportObjects(production, services),
]).map((pod) => ({ installations: ["production"], ...facts("own", pod) }));

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

/** Every pod that any form runs, by the file that rendered charts were written to. */
export const allPods = (): readonly PodFacts[] => [
  ...(JSON.parse(readFileSync(FILE, "utf8")) as readonly PodFacts[]),
  ...ownPods,
];
