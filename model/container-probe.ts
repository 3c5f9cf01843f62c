import type { Duration } from "./duration";

/** A Kubernetes probe of a container. */
export interface ContainerProbe {
  readonly path: string;
  readonly port: number;
  /** Delay before the first probe. @default 0 */
  readonly initialDelay?: Duration;
  readonly period: Duration;
  readonly timeout: Duration;
  /** Consecutive failures before Kubernetes acts. */
  readonly failureThreshold: number;
}

/** The startup, liveness and readiness probes of a container. */
export interface ContainerProbes {
  /** Workload that carries them: `shop-api`. */
  readonly workload: string;
  readonly startup: ContainerProbe;
  readonly liveness: ContainerProbe;
  readonly readiness: ContainerProbe;
}

/**
 * A probe as the container's specification holds it.
 * @see
 *   https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
const probeObject = (probe: ContainerProbe) => ({
  httpGet: { path: probe.path, port: probe.port },
  ...(probe.initialDelay === undefined
    ? {}
    : { initialDelaySeconds: probe.initialDelay.seconds }),
  periodSeconds: probe.period.seconds,
  timeoutSeconds: probe.timeout.seconds,
  failureThreshold: probe.failureThreshold,
});

/** The probes for a workload's owner to put into its container. */
export const containerProbesObject = (probes: ContainerProbes) => ({
  workload: probes.workload,
  startupProbe: probeObject(probes.startup),
  livenessProbe: probeObject(probes.liveness),
  readinessProbe: probeObject(probes.readiness),
});
