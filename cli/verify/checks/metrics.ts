import type { Metric } from "../../../model/metric";
import { readsEverySystem } from "../../../model/service";
import type { Service } from "../../../model/service";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { instantly } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";

/** The series that shows that a metric exists. */
export const seriesName = (name: string, { type }: Metric): string =>
  type === "histogram"
    ? `${name}_bucket`
    : type === "summary"
      ? `${name}_count`
      : name;

/** Every metric of each contract has samples now. */
export const checkMetrics = async ({
  prometheus,
  chosen,
}: Running): Promise<readonly Finding[]> =>
  (
    await each(
      chosen.filter(({ metrics }) => Object.keys(metrics).length > 0),
      (service) =>
        looked(
          {
            check: "metrics",
            system: service.key,
            subject: "metrics of the contract",
          },
          "samples of each",
          async () =>
            metricFindings(
              service,
              new Set(
                (await instantly(prometheus, presenceQuery(service))).map(
                  ({ labels }) => labels["__name__"] ?? "",
                ),
              ),
            ),
        ),
    )
  ).flat();

/** Queries which metrics of a contract have samples, all at once. */
export function presenceQuery(service: Service): string {
  const { key, metrics } = service;
  const names = Object.entries(metrics).map(([name, metric]) =>
    seriesName(name, metric),
  );
  // Metrics pushed by the platform's own jobs belong to no single system.
  const whose = readsEverySystem(service) ? "" : `, system="${key}"`;
  return `group by (__name__) ({__name__=~"${names.join("|")}"${whose}})`;
}

/** One finding for each metric, so that missing ones are listed. */
export const metricFindings = (
  { key, metrics, targets }: Service,
  present: ReadonlySet<string>,
): readonly Finding[] =>
  Object.entries(metrics).map(([name, metric]) => {
    const subject: Subject = {
      check: "metrics",
      system: key,
      subject: name,
      about: { metric: name },
    };
    return present.has(seriesName(name, metric))
      ? passed(subject, "has samples")
      : open(subject, {
          found: "no sample",
          expected: `samples of a ${metric.type}`,
          next: nextFor(name, metric, targets[0]?.path ?? "/metrics"),
        });
  });

function nextFor(name: string, { source }: Metric, path: string): string {
  if (source === "push") {
    return "see that the job that pushes it has run and succeeded";
  }
  return source === "exporter"
    ? "check that the exporter runs and can connect to its target"
    : `look for ${name} at ${path} of the application: it must be there from the start, with zero where nothing has happened yet`;
}
