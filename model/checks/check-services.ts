import type { Metric } from "../metric";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkPaths } from "./check-paths";
import { repeated } from "./names";

/**
 * What only shows when all declarations are seen together: names that must be unique among them.
 */
export const checkServices = (
  services: readonly Service[],
): readonly Problem[] => [
  ...unique(
    services,
    "key",
    ({ key }) => [key],
    "the label system would not tell them apart",
  ),
  ...unique(
    services,
    "recording rule",
    ({ recording }) =>
      recording.flatMap(({ rules }) => rules.map(({ record }) => record)),
    "their samples would mix",
  ),
  ...unique(
    services,
    "recording group",
    ({ recording }) => recording.map(({ name }) => name),
    "the rules page would show two groups of one name",
  ),
  ...unique(
    services,
    "object",
    ({ targets, probes, exporters }) => [
      ...targets.map(({ kind, name }) => `${kind} ${name}`),
      ...probes.map(({ name }) => `probe ${name}`),
      ...exporters.map(({ name }) => `release ${name}`),
    ],
    "they are objects of one namespace",
  ),
  ...checkSharedMetrics(services),
  ...checkPaths(services),
];

/**
 * Systems may expose metrics of one name, `http_requests_total`, each with labels and buckets of
 * its own, since every query says whose it means. Its type must be the same: Prometheus and Grafana
 * keep one for each name, and offer functions by it.
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
    // Twice within one service is found by that service's own checks, but for recorded names.
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
