import { healthUrls } from "./environment-urls";
import type { EnvironmentConfig } from "./environment";
import type { Service } from "./service";

/** Something of an environment that the other one asks from outside whether it is well. */
export interface WatchedTarget {
  /** Value of the label `probe`: a part of the platform, or the key of a service. */
  readonly probe: string;
  /** What people call it. */
  readonly displayName: string;
  /** Answers 2xx while it is well. */
  readonly url: string;
}

/**
 * Parts of the platform that show their health; no service may have such a key, since both are told
 * apart by it alone.
 */
export const PLATFORM_PROBES = {
  grafana: "Grafana",
  prometheus: "Prometheus",
  alertmanager: "Alertmanager",
} as const satisfies Readonly<
  Record<keyof ReturnType<typeof healthUrls>, string>
>;

/**
 * What is looked at in an environment: the platform everywhere, and what services show to the
 * world, which they do where people rely on them.
 */
export function watchedTargets(
  watched: EnvironmentConfig,
  services: readonly Service[],
): readonly WatchedTarget[] {
  const urls = healthUrls(watched);
  return [
    ...(Object.keys(PLATFORM_PROBES) as (keyof typeof PLATFORM_PROBES)[]).map(
      (probe) => ({
        probe,
        displayName: PLATFORM_PROBES[probe],
        url: urls[probe],
      }),
    ),
    ...(watched.kind === "production" ? services.flatMap(publicTarget) : []),
  ];
}

const publicTarget = ({
  key,
  displayName,
  publicHealth,
}: Service): readonly WatchedTarget[] =>
  publicHealth.kind === "url"
    ? [{ probe: key, displayName, url: publicHealth.url }]
    : [];
