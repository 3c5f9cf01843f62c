import { readFileSync } from "node:fs";
import { join } from "node:path";
import { POSTGRES_EXPORTER } from "../../../helm/postgres-exporter/chart";
import { REDIS_EXPORTER } from "../../../helm/redis-exporter/chart";
import { backupObjects } from "../../../kubernetes/backups/backup-objects";
import { reportObjects } from "../../../kubernetes/reports/report-objects";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { containersOf, podsOf } from "../../support/rendered-charts";
import type { RenderedPod } from "../../support/rendered-charts";

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
export type Seen = Omit<PodFacts, "installations">;

/** What the charts make of the synthetic organisation, in every form. */
export const PODS_FILE = join(__dirname, "../../golden/pods.json");

/** What policies can see of a pod that a chart makes. */
export const factsOf = (chart: string, pod: RenderedPod): Seen => ({
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

const kept = (): readonly PodFacts[] =>
  JSON.parse(readFileSync(PODS_FILE, "utf8")) as readonly PodFacts[];

const EXPORTERS = {
  redis: REDIS_EXPORTER.chart,
  postgres: POSTGRES_EXPORTER.chart,
} as const;

/** A pod as the chart makes it for a release of another name: in what it is called alone. */
function renamed(pod: PodFacts, name: string): PodFacts {
  const text = JSON.stringify(pod).replaceAll(
    JSON.stringify(pod.workload),
    JSON.stringify(name),
  );
  return JSON.parse(text) as PodFacts;
}

/**
 * Every pod that an organisation runs in any form: what the file says of the platform and of its
 * kinds of exporters, and our own jobs.
 */
export function podsOfOrganisation(
  production: EnvironmentConfig,
  services: readonly Service[],
): readonly PodFacts[] {
  const charts: readonly string[] = Object.values(EXPORTERS);
  const exporters = services.flatMap((service) => service.exporters);
  return [
    ...kept().filter(({ chart }) => !charts.includes(chart)),
    ...exporters.flatMap(({ kind, name }) => {
      const pod = kept().find(({ chart }) => chart === EXPORTERS[kind]);
      if (pod === undefined) throw new Error(`no exporter of ${kind} is kept`);
      return [renamed(pod, name)];
    }),
    ...podsOf([
      ...backupObjects(production),
      ...reportObjects(production, services),
    ]).map((pod) => ({
      installations: ["production"] as const,
      ...factsOf("own", pod),
    })),
  ];
}
