import { birthOf } from "../../../model/metric";
import type { Metric } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { instancesOf } from "../../../prometheus/typical/instances";
import { seriesOf } from "../../../prometheus/typical/typical-series";
import { both, named } from "../faults/choices";
import { oneEvent, whatItCounts } from "../faults/first-event";
import { ofSystem } from "../faults/of-system";
import type { Incident } from "../incident";

/** Counters whose series begin with their first event, which no rate shows. */
export const firstEvents = (service: Service): readonly Incident[] =>
  Object.entries(service.metrics)
    .filter(
      ([, metric]) =>
        metric.type === "counter" && birthOf(metric) === "at-first-event",
    )
    .filter(([name, metric]) => isRare(service, name, metric))
    .flatMap(([name]) => {
      const counted = both(ofSystem(service), named(name));
      return [
        {
          kind: "one-event",
          of: name,
          about: `One event of ${name}, of a kind that was counted as 0 before.`,
          fault: oneEvent(counted, true),
        },
        {
          kind: "first-event",
          of: name,
          about: `The first event ever of a kind of ${name}: its series begins at 1.`,
          like: "one-event",
          fault: oneEvent(counted, false),
        },
      ];
    });

/** Whether a counter counts anything that, while all is well, comes less than twice an hour. */
function isRare(service: Service, name: string, metric: Metric): boolean {
  const perHour = new Map<string, number>();
  for (const series of seriesOf(
    name,
    metric,
    service.metrics,
    instancesOf(service, name, metric),
  )) {
    const counts = whatItCounts(series);
    const [start, end] = [0, 3600].map((at) =>
      series.valueAt({ at, busy: at }),
    );
    perHour.set(counts, (perHour.get(counts) ?? 0) + (end ?? 0) - (start ?? 0));
  }
  return [...perHour.values()].some((events) => events < 2);
}
