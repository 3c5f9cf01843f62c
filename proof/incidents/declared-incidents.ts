import type { IncidentChange } from "../../model/incident";
import type { Service } from "../../model/service";
import { instancesOf } from "../../prometheus/typical/instances";
import type { ObservedSeries } from "../observed-series";
import { readSeries } from "../series-text";
import type { NamedSeries } from "../series-text";
import { grown, set } from "./faults/growth";
import { all, counts, ofSystem, valued, without } from "./faults/of-system";
import type { Choice } from "./faults/of-system";
import type { Fault, Incident, Stretch } from "./incident";

/** The incidents that a system declares. */
export const declaredIncidents = (service: Service): readonly Incident[] =>
  (service.incidents ?? []).map(({ name, about, changes, expected }) => ({
    kind: name,
    about,
    expected,
    fault: all(...changes.map((change) => faultOf(change, service))),
  }));

function faultOf(change: IncidentChange, service: Service): Fault {
  const wanted = readSeries(change.series);
  const chosen = selected(wanted, service);
  switch (change.kind) {
    case "becomes":
      return valued(chosen, () => change.value);
    case "gone":
      return without(chosen);
    case "grows":
      return (world, stretch) =>
        world.map((series) =>
          chosen(series) ? growing(series, stretch, change.perMinute) : series,
        );
    case "occurs":
      return occurring(wanted, change.times, service);
  }
}

/** A counter counts so fast; a gauge climbs, and falls back when all is well. */
const growing = (
  series: ObservedSeries,
  stretch: Stretch,
  perMinute: number,
): ObservedSeries =>
  counts(series)
    ? grown(series, stretch, () => perMinute)
    : set(
        series,
        stretch,
        (_, minute) =>
          (series.values[stretch.from] ?? 0) +
          perMinute * (minute - stretch.from),
      );

/** The series of a system with this name and these labels. */
function selected({ name, labels }: NamedSeries, service: Service): Choice {
  const own = ofSystem(service);
  return (series) =>
    series.name === name &&
    own(series) &&
    Object.entries(labels).every(
      ([label, value]) => series.labels[label] === value,
    );
}

/** Events at one place, in the series that counts such events there, or in a new one. */
const occurring =
  (wanted: NamedSeries, times: number, service: Service): Fault =>
  (world, stretch) => {
    const chosen = selected(wanted, service);
    const known = world.find(chosen);
    const metric = service.metrics[wanted.name];
    const [place = { system: service.key }] =
      metric === undefined ? [] : instancesOf(service, wanted.name, metric);
    const series = known ?? {
      name: wanted.name,
      labels: { ...wanted.labels, ...place },
      values: (world[0]?.values ?? []).map(() => undefined),
    };
    return [
      ...world.filter((each) => each !== known),
      {
        ...series,
        values: series.values.map((value, minute) =>
          minute < stretch.from ? value : (value ?? 0) + times,
        ),
      },
    ];
  };
