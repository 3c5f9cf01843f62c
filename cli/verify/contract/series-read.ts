import {
  pageReaders,
  ruleReaders,
  secondPathReaders,
} from "../../../checks/series-readers";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
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
