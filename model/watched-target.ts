import { healthUrls } from "./environment-urls";
import type { EnvironmentConfig } from "./environment";
import type { Service } from "./service";

/** A health endpoint of one environment that another environment probes. */
export interface WatchedTarget {
  /** Value of the label `probe`: a component of the platform, or the key of a service. */
  readonly probe: string;
  /** Display name. */
  readonly displayName: string;
  /** Answers 2xx while it is healthy. */
  readonly url: string;
}

/**
 * Health endpoints of the platform. No service may have such a key, since the label `probe` holds
 * either.
 */
export const PLATFORM_PROBES = {
  grafana: "Grafana",
  prometheus: "Prometheus",
  alertmanager: "Alertmanager",
} as const satisfies Readonly<
  Record<keyof ReturnType<typeof healthUrls>, string>
>;

/**
 * What is probed in an environment: the platform in all of them, and the public health endpoints of
 * services in production.
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
