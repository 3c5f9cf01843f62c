import type { MetricSource } from "../model/metric";
import type { Service } from "../model/service";

/** By who exposes the metric. Pushed metrics belong to no target of the system. */
const LABELS: Readonly<Record<MetricSource, readonly string[]>> = {
  application: [
    "system",
    "app",
    "namespace",
    "pod",
    "container",
    "job",
    "instance",
  ],
  exporter: ["system", "namespace", "pod", "container", "job", "instance"],
  push: ["namespace", "pod", "container", "job", "instance"],
};

/** Labels that scraping adds to the samples of a system, besides those of the contract. */
export const targetLabels = (
  service: Pick<Service, "collectionJobs">,
  source: MetricSource,
): readonly string[] => [
  ...LABELS[source],
  ...(source === "push" && pushesSystem(service) ? ["system"] : []),
];

/** Collection jobs name the system where they push. */
const pushesSystem = ({
  collectionJobs = [],
}: Pick<Service, "collectionJobs">): boolean => collectionJobs.length > 0;
