import { clusterAddress } from "../cluster-address";
import type { Metric } from "../metric";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkPaths } from "./check-paths";
import { repeated } from "./names";

/** Checks all declarations together: names that must be unique among them. */
export const checkServices = (
  services: readonly Service[],
): readonly Problem[] => [
  ...unique(
    services,
    "key",
    ({ key }) => [key],
    "the label system would not distinguish them",
  ),
  ...unique(
    services,
    "recording rule",
    ({ recording }) =>
      recording.flatMap(({ rules }) => rules.map(({ record }) => record)),
    "their samples would be mixed",
  ),
  ...unique(
    services,
    "recording group",
    ({ recording }) => recording.map(({ name }) => name),
    "two rule groups would have one name",
  ),
  ...unique(
    services,
    "object",
    ({ targets, probes, exporters }) => [
      ...targets.map(({ kind, name }) => `${kind} ${name}`),
      ...probes.map(({ name }) => `probe ${name}`),
      ...exporters.map(({ name }) => `release ${name}`),
    ],
    "they are objects in one namespace",
  ),
  ...checkTeams(services),
  ...checkSharedMetrics(services),
  ...checkPaths(services),
  ...checkProbeNamespaces(services),
];

/** Receivers are named for the key of a team: of two teams, one would get what is for the other. */
function checkTeams(services: readonly Service[]): readonly Problem[] {
  const first = new Map<string, Service>();
  return services.flatMap((service) => {
    const { key, team } = service;
    const known = first.get(team.key);
    if (known === undefined) first.set(team.key, service);
    return known === undefined ||
      JSON.stringify(known.team) === JSON.stringify(team)
      ? []
      : [
          {
            path: `services/${known.key} and services/${key} team "${team.key}"`,
            message: "two teams have this key",
            next: "give one of them another key, or declare the team once",
          },
        ];
  });
}

/**
 * Two systems may expose metrics of one name, `http_requests_total`, each with its own labels and
 * buckets, since every query selects a system. The type must be the same: Prometheus and Grafana
 * keep one type for each name.
 */
function checkSharedMetrics(services: readonly Service[]): readonly Problem[] {
  const first = new Map<
    string,
    { readonly key: string; readonly type: Metric["type"] }
  >();
  return services.flatMap(({ key, metrics }) =>
    Object.entries(metrics).flatMap(([name, { type }]) => {
      const known = first.get(name);
      if (known === undefined) first.set(name, { key, type });
      return known === undefined || known.type === type
        ? []
        : [
            {
              path: `services/${known.key} and services/${key}`,
              message: `metric "${name}" is declared differently`,
              got: `${known.type} and ${type}`,
              next: "declare the same type, or rename one",
            },
          ];
    }),
  );
}

function unique(
  services: readonly Service[],
  what: string,
  names: (service: Service) => readonly string[],
  consequence: string,
): readonly Problem[] {
  const owners = services.flatMap((service) =>
    // Duplicates within one service are found by that service's own checks, except recorded names.
    (what === "recording rule"
      ? names(service)
      : [...new Set(names(service))]
    ).map((name) => [name, service.key] as const),
  );
  return repeated(owners.map(([name]) => name)).map((name) => {
    const keys = owners
      .filter(([owned]) => owned === name)
      .map(([, key]) => `services/${key}`);
    return {
      path: keys.join(" and "),
      message: `${what} "${name}" is declared twice`,
      next: `rename one: ${consequence}`,
    };
  });
}

/** A probe of a namespace that no system has is a mistyped address. */
function checkProbeNamespaces(
  services: readonly Service[],
): readonly Problem[] {
  const known = [...new Set(services.map(({ namespace }) => namespace))];
  return services.flatMap(({ key, namespace, probes }) =>
    probes.flatMap(({ name, url }) => {
      if (typeof url !== "string" || !URL.canParse(url)) return [];
      const address = clusterAddress(url, namespace, 80);
      return address.kind === "outside" || known.includes(address.namespace)
        ? []
        : [
            {
              path: `services/${key} probe "${name}" url`,
              message: "is in a namespace that no system has",
              got: address.namespace,
              allowed: known.join(", "),
              next: "correct it, or state namespace of the system that runs there",
            },
          ];
    }),
  );
}
