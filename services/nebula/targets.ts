import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/** The API, which also exposes what it knows of the infrastructure and its cost. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "NEB-T1",
    name: "nebula",
    app: "nebula-api",
    matchLabels: { app: "nebula-api" },
    port: "metrics",
    containerPort: 8001,
    interval: seconds(30),
    expectedTargets: 3,
    authentication: {
      kind: "bearer",
      credentials: { secret: "nebula-metrics-token", key: "token" },
    },
  },
];

/** Its health, which covers what it depends on. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "NEB-T2",
    name: "nebula-health",
    probe: "health",
    url: "http://nebula-api.nebula.svc:8000/health",
    interval: seconds(30),
  },
];
