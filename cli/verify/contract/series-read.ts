import {
  pageReaders,
  ruleReaders,
  secondPathReaders,
} from "../../../checks/series-readers";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { Metric } from "../../../model/metric";
import type { Running } from "../running";

/** Names of all series that some rule, alert, panel or report of an environment reads. */
export function seriesRead({
  services,
  environment,
  watched,
}: Pick<Running, "services" | "environment" | "watched">): ReadonlySet<string> {
  const systems = new Set(services.map(({ key }) => key));
  return new Set(
    [
      ...services.flatMap((service) => [
        ...ruleReaders(service, environment),
        ...pageReaders(withGeneratedDashboards(service), systems),
      ]),
      ...secondPathReaders(environment, watched, services),
    ].flatMap(({ reads }) => reads),
  );
}

/** Names of the series of a metric. */
export function seriesNames(
  name: string,
  { type }: Pick<Metric, "type">,
): readonly string[] {
  switch (type) {
    case "counter":
    case "gauge":
      return [name];
    case "histogram":
      return [`${name}_bucket`, `${name}_sum`, `${name}_count`];
    case "summary":
      return [name, `${name}_sum`, `${name}_count`];
  }
}
