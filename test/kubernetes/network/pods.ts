import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { production, staging } from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";
import { releasesOf, storesOf } from "../../support/releases";
import type { Release } from "../../support/releases";
import { podsOf, renderedChart } from "../../support/rendered-charts";
import type { RenderedObject } from "../../support/rendered-charts";
import {
  distributedLogs,
  kafkaTraces,
  productionWith,
} from "../../support/scaled";
import { factsOf, PODS_FILE } from "./kept-pods";
import type { Installation, PodFacts, Seen } from "./kept-pods";

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
        ...podsOf(objects).map((one) => factsOf(chart, one)),
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

const text = (pods: readonly PodFacts[]): string =>
  `${JSON.stringify(pods, null, 2)}\n`;

/** Writes what charts make to the file that is read where they cannot be rendered. */
export function comparePods(): { readonly kept: string; readonly now: string } {
  const kept = existsSync(PODS_FILE) ? readFileSync(PODS_FILE, "utf8") : "";
  const pods = renderedPods();
  if (pods === undefined) return { kept, now: kept };
  if (process.env["UPDATE_GOLDEN"] === "1")
    writeFileSync(PODS_FILE, text(pods));
  return { kept: readFileSync(PODS_FILE, "utf8"), now: text(pods) };
}
