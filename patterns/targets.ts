import type { ServiceDeclaration } from "../model/service";
import type { ProbeDeclaration, ScrapeAuthentication } from "../model/target";

/**
 * Asks for the token of the system's own metrics, which lies in the platform's namespace: Secret
 * `<system>-metrics-token`.
 */
export const metricsToken = (system: string): ScrapeAuthentication => ({
  kind: "bearer",
  credentials: { secret: `${system}-metrics-token`, key: "token" },
});

/** Pods of a system behind a Service, which show what they count and whether they are well. */
export interface HttpPods {
  /** Key of the system, and name of the monitor. */
  readonly key: string;
  /** Label `app` of the samples. */
  readonly app: string;
  /** Labels of the Service. @default that `app` is the app */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** How many pods there are at most. */
  readonly most: number;
  /** Name of the port that shows metrics. @default "metrics" */
  readonly port?: string;
  /** Number of that port in the pod. @default 8001 */
  readonly containerPort?: number;
  /** How a scrape proves who it is. @default the token of {@link metricsToken} */
  readonly authentication?: ScrapeAuthentication;
  /** Address that answers 2xx while they serve. @default `http://<app>.<key>.svc:8000/health` */
  readonly health?: ProbeDeclaration["url"];
}

/**
 * The target and the probe of such pods, to be spread into a declaration; both are asked every half
 * minute.
 */
export const httpPods = ({
  key,
  app,
  matchLabels = { app },
  most,
  port = "metrics",
  containerPort = 8001,
  authentication = metricsToken(key),
  health = `http://${app}.${key}.svc:8000/health`,
}: HttpPods): Required<Pick<ServiceDeclaration, "targets" | "probes">> => ({
  targets: [
    {
      name: key,
      app,
      matchLabels,
      port,
      containerPort,
      expectedTargets: most,
      authentication,
    },
  ],
  probes: [{ url: health }],
});
