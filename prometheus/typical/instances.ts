import type { Metric } from "../../model/metric";
import type { Service } from "../../model/service";

/** One endpoint that is scraped: the labels that scraping adds. */
export type Instance = Readonly<Record<string, string>>;

/** Of pods that are alike two show whatever several show. */
const PODS = 2;

/**
 * The pods of a system, by its targets.
 * @param most how many of a target's pods at most
 */
export const podsOf = (
  { key, namespace, targets }: Service,
  apps: readonly string[] = targets.map(({ app }) => app),
  most: number = PODS,
): readonly Instance[] =>
  targets.flatMap(({ app, expectedTargets, containerPort }, target) =>
    apps.includes(app)
      ? Array.from({ length: Math.min(expectedTargets, most) }, (_, index) => ({
          system: key,
          namespace,
          app,
          job: app,
          pod: `${app}-${String(index)}`,
          container: app,
          instance: `10.0.${String(target)}.${String(index + 1)}:${String(containerPort)}`,
        }))
      : [],
  );

/** The exporters that stand beside a system. */
export const exportersOf = ({ key, exporters }: Service): readonly Instance[] =>
  exporters.map(({ name }, index) => ({
    system: key,
    job: name,
    instance: `10.1.0.${String(index + 1)}:9000`,
  }));

/** The probes of a system, each as the exporter shows what it found. */
export const probesOf = ({ key, probes }: Service): readonly Instance[] =>
  probes.map(({ name, probe }) => ({
    system: key,
    probe,
    job: name,
    instance: `https://${key}.example/${probe}`,
  }));

/**
 * Where a metric of a contract is exposed. An exporter's metric has one source; what is pushed
 * brings its own labels.
 *
 * @param most how many of a target's pods at most. @default 2: more show the same
 */
export function instancesOf(
  service: Service,
  name: string,
  { source = "application", exposedBy }: Metric,
  most?: number,
): readonly Instance[] {
  if (exposedBy !== undefined) return podsOf(service, exposedBy, most);
  switch (source) {
    case "application":
      return podsOf(service, undefined, most);
    case "exporter": {
      const own = service.exporters.findIndex(({ kind }) =>
        name.startsWith(EXPORTED[kind]),
      );
      const exporter = exportersOf(service)[own];
      return [exporter ?? { system: service.key }];
    }
    case "push":
      return [{ system: service.key }];
  }
}

/** How the names of an exporter's metrics begin. */
const EXPORTED = { redis: "redis_", postgres: "pg_" } as const;
