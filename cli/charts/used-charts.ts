import { chartsInUse } from "../../helm/charts-in-use";
import { archiveName } from "../../helm/parts/chart";
import type { Chart } from "../../helm/parts/chart";
import type { Organisation } from "../../model/organisation";
import type { Service } from "../../model/service";

/** A chart, and the environments that install it. */
export interface UsedChart {
  readonly chart: Chart;
  readonly environments: readonly string[];
}

/** Every chart that some environment installs, sorted by name and version. */
export function usedCharts({
  environments,
  services,
}: Pick<Organisation, "environments"> & {
  readonly services: readonly Service[];
}): readonly UsedChart[] {
  const each = environments.flatMap((environment) =>
    chartsInUse(environment, services).map((chart) => ({
      chart,
      archive: archiveName(chart),
      environment: environment.name,
    })),
  );
  return [...new Map(each.map(({ archive, chart }) => [archive, chart]))]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([archive, chart]) => ({
      chart,
      environments: each
        .filter((one) => one.archive === archive)
        .map(({ environment }) => environment),
    }));
}
