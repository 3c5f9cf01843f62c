import type { ServiceDeclaration } from "../model/service";
import type { ProbeDeclaration, ScrapeAuthentication } from "../model/target";

/**
 * Authentication with the token of the system's own metrics, from the Secret
 * `<system>-metrics-token` in the platform's namespace.
 */
export const metricsToken = (system: string): ScrapeAuthentication => ({
  kind: "bearer",
  credentials: { secret: `${system}-metrics-token`, key: "token" },
});

/** Pods of a system behind a Service, with a metrics and a health endpoint. */
export interface HttpPods {
  /** Key of the system, and name of the monitor. */
  readonly key: string;
  /** Label `app` of the samples. */
  readonly app: string;
  /** Labels of the Service. @default that `app` is the app */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** Maximum number of pods. */
  readonly most: number;
  /** Name of the metrics port. @default "metrics" */
  readonly port?: string;
  /** Number of that port in the pod. @default 8001 */
  readonly containerPort?: number;
  /** Authentication of the scrape. @default the token of {@link metricsToken} */
  readonly authentication?: ScrapeAuthentication;
  /** Address that answers 2xx while they serve. @default `http://<app>.<key>.svc:8000/health` */
  readonly health?: ProbeDeclaration["url"];
}

/**
 * The target and the probe of such pods, to spread into a declaration; both have an interval of
 * half a minute.
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
