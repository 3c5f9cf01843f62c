import { seconds } from "../model/duration";
import type { HttpProbe, ScrapeAuthentication, Target } from "../model/target";

/** Asks for the token of the system's own metrics, which lies in the platform's namespace: Secret `<system>-metrics-token`. */
export const metricsToken = (system: string): ScrapeAuthentication => ({
  kind: "bearer",
  credentials: { secret: `${system}-metrics-token`, key: "token" },
});

/** Pods behind a Service that show what they count at a port of its own, `metrics`, every half minute. */
export const metricsService = ({
  system,
  app,
  matchLabels = { app },
  most,
}: {
  readonly system: string;
  /** Label `app` of the samples. */
  readonly app: string;
  /** Labels of the Service. @default that it is the app */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** How many pods there are at most. */
  readonly most: number;
}): Target => ({
  kind: "service-monitor",
  name: system,
  app,
  matchLabels,
  port: "metrics",
  containerPort: 8001,
  interval: seconds(30),
  expectedTargets: most,
  authentication: metricsToken(system),
});

/** Looks every half minute whether a system says that it is well. */
export const healthProbe = ({
  system,
  url,
}: {
  readonly system: string;
  /** Address that answers 2xx while it serves; inside the cluster, unless an environment says another. */
  readonly url: HttpProbe["url"];
}): HttpProbe => ({
  name: `${system}-health`,
  probe: "health",
  url,
  interval: seconds(30),
});
