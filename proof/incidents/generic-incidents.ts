import type { Service } from "../../model/service";
import type { RequestSlo, Slo } from "../../model/slo";
import { birthOf, metricOf } from "../../model/metric";
import { POD_MEMORY } from "../../prometheus/typical/workload-series";
import { UP } from "../typical/scrape-series";
import { readSeries } from "../series-text";
import {
  all,
  counts,
  flapping,
  growing,
  ofProbe,
  ofSystem,
  restarted,
  valued,
  without,
} from "./faults/of-system";
import type { Choice } from "./faults/of-system";
import { oneEvent } from "./faults/first-event";
import { failures, spoiled } from "./faults/spoiled";
import type { Incident } from "./incident";

/** What can go wrong in any system, as far as its declaration says that it has such a thing. */
export const genericIncidents = (service: Service): readonly Incident[] =>
  service.targets.length === 0
    ? []
    : [
        ...outages(service),
        ...ofRequests(service),
        ...littleTraffic(service),
        ...firstEvents(service),
        ...harmless(service),
        ...ofPods(service),
        ...ofDependencies(service),
        ...renamed(service),
      ];

/** Probes of what users reach; a system with none is not served to anybody. */
export const serves = ({ probes, publicHealth }: Service): boolean =>
  probes.length > 0 || publicHealth.kind === "url";

const both =
  (...choices: readonly Choice[]): Choice =>
  (series) =>
    choices.every((choice) => choice(series));

const not =
  (choice: Choice): Choice =>
  (series) =>
    !choice(series);

const named =
  (name: string): Choice =>
  (series) =>
    series.name === name;

const failing = (service: Service): Choice =>
  both(ofSystem(service), named("probe_success"));

function outages(service: Service): readonly Incident[] {
  const own = ofSystem(service);
  const inside = both(own, not(ofProbe));
  const refused = all(
    without(both(inside, not(named("up")))),
    valued(both(inside, named("up")), () => 0),
  );
  return [
    {
      kind: "everything-gone",
      about:
        "Nothing of the system is discovered any more, its probes neither.",
      fault: without(own),
    },
    {
      kind: "scrapes-refused",
      about:
        "No target of the system lets itself be scraped; users are served.",
      fault: refused,
    },
    {
      kind: "scrapes-flap",
      about: "Every other scrape of each target is refused; users are served.",
      fault: flapping(refused),
    },
    ...(service.probes.length === 0
      ? []
      : [
          {
            kind: "everything-but-probes-gone",
            about: "All pods are gone from discovery, and the probes fail.",
            fault: all(
              without(inside),
              valued(failing(service), () => 0),
            ),
          },
          {
            kind: "users-fail",
            about: "Pods run and are scraped, but no request comes to them.",
            fault: all(
              valued(failing(service), () => 0),
              growing(both(inside, counts), () => 0),
            ),
          },
          {
            kind: "probe-flaps",
            about: "Every other probe fails.",
            fault: flapping(valued(failing(service), () => 0)),
          },
        ]),
  ];
}

/** SLOs about whether requests are answered. */
const answered = ({ slos }: Service): readonly RequestSlo[] =>
  requestSlos(slos).filter((slo) => !isLatency(slo));

const requestSlos = (slos: readonly Slo[]): readonly RequestSlo[] =>
  slos.filter((slo) => slo.kind === "request");

const isLatency = (slo: Slo): boolean =>
  Object.keys(slo.examples.good).some(
    (written) => "le" in readSeries(written).labels,
  );

const ofRequests = (service: Service): readonly Incident[] => [
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

const littleTraffic = (service: Service): readonly Incident[] =>
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

/** Counters whose series begin with their first event, which no rate shows. */
const firstEvents = (service: Service): readonly Incident[] =>
  Object.entries(service.metrics)
    .filter(
      ([, metric]) =>
        metric.type === "counter" && birthOf(metric) === "at-first-event",
    )
    .flatMap(([metric]) => {
      const counted = both(ofSystem(service), named(metric));
      return [
        {
          kind: "one-event",
          of: metric,
          about: `One event of ${metric}, of a kind that was counted as 0 before.`,
          fault: oneEvent(counted, true),
        },
        {
          kind: "first-event",
          of: metric,
          about: `The first event ever of a kind of ${metric}: its series begins at 1.`,
          like: "one-event",
          fault: oneEvent(counted, false),
        },
      ];
    });

/** The series that counts an SLO's events, or measures its moments. */
export const countedBy = ({ examples }: Slo): string =>
  readSeries(Object.keys(examples.good)[0] ?? "").name;

function harmless(service: Service): readonly Incident[] {
  const inside = both(ofSystem(service), not(ofProbe));
  return [
    {
      kind: "no-traffic",
      about: "Nobody uses the system for an hour.",
      fault: growing(both(inside, counts), () => 0),
    },
    {
      kind: "prometheus-restarts",
      about: "Prometheus is down for ten minutes; the system is well.",
      rest: 10,
      fault: without(() => true),
    },
    {
      kind: "all-pods-restart",
      about: "All pods restart at once and count from 0.",
      fault: restarted(inside, false),
    },
    {
      kind: "deployment",
      about: "All pods are replaced by others with new names.",
      fault: restarted(inside, true),
    },
  ];
}

function ofPods(service: Service): readonly Incident[] {
  const { targets } = service;
  const several = targets.find(({ expectedTargets }) => expectedTargets > 1);
  if (several === undefined) return [];
  const pod = `${several.app}-0`;
  const first = both(ofSystem(service), ({ labels }) => labels["pod"] === pod);
  return [
    {
      kind: "one-pod-gone",
      about: "One of several pods is not scraped any more.",
      fault: all(
        without(both(first, not(named("up")))),
        valued(both(first, named("up")), () => 0),
      ),
    },
    {
      kind: "one-pod-full",
      about: "The memory of one of several pods is full.",
      fault: full(pod, service),
    },
    ...answered(service)
      .slice(0, 1)
      .flatMap((slo) => [
        {
          kind: "one-pod-fails",
          of: slo.name,
          about: "One of several pods fails all its requests.",
          fault: spoiled(slo, 1, first),
        },
        {
          kind: "two-faults",
          of: slo.name,
          about:
            "One pod fails its requests while the memory of another is full.",
          fault: all(spoiled(slo, 1, first), full(`${several.app}-1`, service)),
        },
      ]),
  ];
}

const full = (pod: string, { namespace }: Service) =>
  valued(
    ({ name, labels }) =>
      name === "container_memory_working_set_bytes" &&
      labels["pod"] === pod &&
      labels["namespace"] === namespace,
    () => 0.99 * POD_MEMORY.bytes,
  );

const ofDependencies = (service: Service): readonly Incident[] => [
  ...service.exporters.flatMap(({ kind, name }) => {
    const own = both(ofSystem(service), ({ labels }) => labels["job"] === name);
    return [
      {
        kind: "dependency-gone",
        of: name,
        about: `The ${kind === "redis" ? "cache" : "database"} that ${name} asks does not answer.`,
        fault: all(
          valued(both(own, named(UP[kind])), () => 0),
          without(
            both(
              own,
              ({ name: metric }) => metric !== UP[kind] && metric !== "up",
            ),
          ),
        ),
      },
      {
        kind: "exporter-gone",
        of: name,
        about: `${name} is gone from discovery; what it asks works.`,
        fault: without(own),
      },
    ];
  }),
  ...(Object.values(service.metrics).some(({ source }) => source === "push")
    ? [
        {
          kind: "push-stale",
          about:
            "What is pushed is no longer pushed, and the Pushgateway shows the last of it.",
          fault: growing(
            both(
              ofSystem(service),
              counts,
              ({ labels }) => !("instance" in labels),
            ),
            () => 0,
          ),
        },
      ]
    : []),
];

/** The application renames a metric that an SLO or the absence alert reads. */
const renamed = (service: Service): readonly Incident[] => {
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
