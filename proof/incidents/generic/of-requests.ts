import type { Service } from "../../../model/service";
import { flapping, ofSystem } from "../faults/of-system";
import { failures, spoiled } from "../faults/spoiled";
import type { Incident } from "../incident";
import { answered, countedBy, isLatency, requestSlos } from "./slos";

/** What an SLO counts is bad, wholly or in part. */
export const ofRequests = (service: Service): readonly Incident[] => [
  ...answered(service).flatMap((slo) => [
    {
      kind: "all-fail",
      of: slo.name,
      about: `Every event of the SLO ${slo.name} is bad.`,
      fault: spoiled(slo, 1, ofSystem(service)),
    },
    {
      kind: "failures-flap",
      of: slo.name,
      about: `Every other minute all events of the SLO ${slo.name} are bad.`,
      fault: flapping(spoiled(slo, 1, ofSystem(service))),
    },
    {
      kind: "five-percent-fail",
      of: slo.name,
      about: `Five percent of the events of the SLO ${slo.name} are bad.`,
      fault: spoiled(slo, 0.05, ofSystem(service)),
    },
  ]),
  ...requestSlos(service.slos)
    .filter(isLatency)
    .map((slo) => ({
      kind: "slow",
      of: slo.name,
      about: `All that the SLO ${slo.name} counts takes too long, and succeeds.`,
      fault: spoiled(slo, 1, ofSystem(service)),
    })),
  ...service.slos
    .filter(({ kind }) => kind !== "request")
    .map((slo) => ({
      kind: "all-fail",
      of: slo.name,
      about: `What the SLO ${slo.name} measures is bad.`,
      fault: spoiled(slo, 1, ofSystem(service)),
    })),
];

/** One and two failures where hardly anybody asks. */
export const littleTraffic = (service: Service): readonly Incident[] =>
  answered(service)
    .filter(({ volume }) => volume === "normal")
    .flatMap((slo) =>
      [1, 2].map((count) => ({
        kind: count === 1 ? "one-failure" : "two-failures",
        of: slo.name,
        about: `At one event a minute, ${count === 1 ? "one is bad" : "two are bad"}.`,
        traffic: { perMinute: 1, of: countedBy(slo) },
        fault: failures(slo, count, ofSystem(service)),
      })),
    );
