import type { Service } from "../../../model/service";
import type { RequestSlo, Slo } from "../../../model/slo";
import { readSeries } from "../../series-text";

/** SLOs about whether requests are answered. */
export const answered = ({ slos }: Service): readonly RequestSlo[] =>
  requestSlos(slos).filter((slo) => !isLatency(slo));

/** SLOs that count events. */
export const requestSlos = (slos: readonly Slo[]): readonly RequestSlo[] =>
  slos.filter((slo) => slo.kind === "request");

/** Whether an SLO is about how long something takes. */
export const isLatency = (slo: Slo): boolean =>
  Object.keys(slo.examples.good).some(
    (written) => "le" in readSeries(written).labels,
  );

/** The series that counts an SLO's events, or measures its moments. */
export const countedBy = ({ examples }: Slo): string =>
  readSeries(Object.keys(examples.good)[0] ?? "").name;
