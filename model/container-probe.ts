import type { Duration } from "./duration";

/** How Kubernetes asks a container whether it is well. */
export interface ContainerProbe {
  readonly path: string;
  readonly port: number;
  /** Time before the first question. @default 0 */
  readonly initialDelay?: Duration;
  readonly period: Duration;
  readonly timeout: Duration;
  /** Failures in a row before Kubernetes acts. */
  readonly failureThreshold: number;
}

/** The three questions: has it started, does the process work, may it get requests. */
export interface ContainerProbes {
  /** Workload that is to carry them: `shop-api`. */
  readonly workload: string;
  readonly startup: ContainerProbe;
  readonly liveness: ContainerProbe;
  readonly readiness: ContainerProbe;
}

/**
 * A probe as a container's specification holds it.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
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

/** What a workload's owner puts into its container. */
export const containerProbesObject = (probes: ContainerProbes) => ({
  workload: probes.workload,
  startupProbe: probeObject(probes.startup),
  livenessProbe: probeObject(probes.liveness),
  readinessProbe: probeObject(probes.readiness),
});
