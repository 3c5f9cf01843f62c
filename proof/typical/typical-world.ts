import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import {
  exportersOf,
  podsOf,
  probesOf,
} from "../../prometheus/typical/instances";
import { workloadSeries } from "../../prometheus/typical/workload-series";
import type { TypicalSeries } from "../../prometheus/typical/typical-series";
import { typicalSeries } from "../../prometheus/typical/typical-series";
import { writeRuns } from "../series-values";

/** Series in promtool's notation, with a sample a minute. */
export type World = Readonly<Record<string, string>>;

/** Traffic of an environment that nobody depends on, as a share of production's. */
const REHEARSAL = 1 / 20;

/**
 * A healthy system in its busiest hour: what it exposes, and what scraping and probing show of it.
 *
 * @param minutes how long it lasts
 */
export function typicalWorld(
  service: Service,
  { kind }: Pick<EnvironmentConfig, "kind">,
  minutes: number,
): World {
  const traffic = kind === "production" ? 1 : REHEARSAL;
  return Object.fromEntries(
    [...typicalSeries(service), ...scrapeSeries(service)].map((series) => [
      written(series),
      writeRuns(
        Array.from({ length: minutes + 1 }, (_, minute) =>
          series.valueAt({ at: minute * 60, busy: minute * 60 * traffic }),
        ),
      ),
    ]),
  );
}

/** What Prometheus, the probes and the cluster say: everything answers, and no pod restarts. */
const scrapeSeries = (service: Service): readonly TypicalSeries[] => [
  ...podsOf(service).flatMap(workloadSeries),
  ...[...podsOf(service), ...exportersOf(service), ...probesOf(service)].map(
    (labels) => ({ name: "up", labels, valueAt: () => 1 }),
  ),
  ...probesOf(service).map((labels) => ({
    name: "probe_success",
    labels,
    valueAt: () => 1,
  })),
];

const written = ({ name, labels }: TypicalSeries): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
