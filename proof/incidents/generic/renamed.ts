import { metricOf } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { readSeries } from "../../series-text";
import { both } from "../faults/choices";
import { ofSystem, without } from "../faults/of-system";
import type { Incident } from "../incident";

/** The application renames a metric that an SLO or the absence alert reads. */
export const renamed = (service: Service): readonly Incident[] => {
  const { metrics, noData, slos } = service;
  const read = new Set(
    [
      ...(noData.kind === "alert" ? noData.metrics : []),
      ...slos.flatMap(({ examples }) =>
        Object.keys(examples.good).map((written) => readSeries(written).name),
      ),
    ].flatMap((name) => metricOf(name, metrics) ?? []),
  );
  return [...read].sort().map((metric) => ({
    kind: "metric-renamed",
    of: metric,
    about: `The application calls ${metric} otherwise.`,
    lasting: true,
    fault: without(
      both(ofSystem(service), ({ name }) => metricOf(name, metrics) === metric),
    ),
  }));
};
