import type {
  ContainerProbe,
  ContainerProbes,
} from "../../../model/container-probe";
import { seconds } from "../../../model/duration";

/**
 * Liveness of the process only: with its dependencies, an outage of one would restart every pod.
 */
const live = {
  path: "/api/monitoring/live",
  period: seconds(10),
  timeout: seconds(3),
} as const satisfies Omit<ContainerProbe, "port" | "failureThreshold">;

const probesOf = (workload: string, port: number): ContainerProbes => ({
  workload,
  // Three minutes to start; the other two probes wait until then.
  startup: { ...live, port, failureThreshold: 18 },
  liveness: { ...live, port, failureThreshold: 3 },
  readiness: {
    path: "/api/monitoring/ready",
    port,
    period: seconds(5),
    timeout: seconds(3),
    failureThreshold: 3,
  },
});

/** Kubernetes probes of the pods. */
export const containerProbes: readonly ContainerProbes[] = [
  probesOf("codequal-api", 3000),
  probesOf("codequal-deepwiki", 8001),
];
