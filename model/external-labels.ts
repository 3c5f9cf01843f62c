import type { EnvironmentConfig } from "./environment";
import type { MetricContract } from "./metric";

/**
 * Labels that Prometheus adds to what leaves it: alerts and what it writes elsewhere. A series that
 * has one itself keeps its own there, so that alerts name a wrong cluster. Scraping therefore
 * renames it as it renames what a target and its sample both have: `exported_cluster`.
 */
export const EXTERNAL_LABELS = [
  "cluster",
  "environment",
  "prometheus_replica",
] as const;

/** Those of an environment, but for the replica, which Alertmanager never sees. */
export const externalLabels = ({
  name,
  cluster,
}: Pick<EnvironmentConfig, "name" | "cluster">): Readonly<
  Record<"cluster" | "environment", string>
> => ({ cluster: cluster.name, environment: name });

/** The name under which a sample's own label is kept. */
export const exportedName = (label: string): string => `exported_${label}`;

/** External labels that the targets of a system expose themselves, by their declared new names. */
export const exposedExternalLabels = (
  metrics: MetricContract,
): readonly string[] =>
  EXTERNAL_LABELS.filter((label) =>
    Object.values(metrics).some(
      ({ source = "application", labels = {} }) =>
        source === "application" && Object.hasOwn(labels, exportedName(label)),
    ),
  );
