import type {
  ContainerProbe,
  ContainerProbes,
} from "../../../model/container-probe";
import { seconds } from "../../../model/duration";

/** Startup may take two minutes; until it has succeeded, the other two probes wait. */
const startup = (port: number): ContainerProbe => ({
  path: "/health/live",
  port,
  period: seconds(5),
  timeout: seconds(3),
  failureThreshold: 24,
});

const liveness = (port: number): ContainerProbe => ({
  path: "/health/live",
  port,
  initialDelay: seconds(10),
  period: seconds(10),
  timeout: seconds(3),
  failureThreshold: 3,
});

const readiness = (port: number): ContainerProbe => ({
  path: "/health/ready",
  port,
  initialDelay: seconds(5),
  period: seconds(5),
  timeout: seconds(3),
  failureThreshold: 3,
});

const probesOf = (workload: string, port: number): ContainerProbes => ({
  workload,
  startup: startup(port),
  liveness: liveness(port),
  readiness: readiness(port),
});

/** Kubernetes probes of the pods; the workers answer on the port of their metrics. */
export const containerProbes: readonly ContainerProbes[] = [
  probesOf("codeverify-api", 8000),
  probesOf("codeverify-worker", 9000),
];
