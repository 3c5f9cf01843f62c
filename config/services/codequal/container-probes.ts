import type {
  ContainerProbe,
  ContainerProbes,
} from "../../../model/container-probe";
import { seconds } from "../../../model/duration";

/**
 * The process answers, whatever its dependencies do: were these asked, an outage of one would
 * restart every pod.
 */
const live = {
  path: "/api/monitoring/live",
  period: seconds(10),
  timeout: seconds(3),
} as const satisfies Omit<ContainerProbe, "port" | "failureThreshold">;

const probesOf = (workload: string, port: number): ContainerProbes => ({
  workload,
  // Three minutes to start; until then the other two are not asked.
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

/** How Kubernetes watches the pods themselves. */
export const containerProbes: readonly ContainerProbes[] = [
  probesOf("codequal-api", 3000),
  probesOf("codequal-deepwiki", 8001),
];
