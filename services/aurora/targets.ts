import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/** The API, which also serves the WebSockets. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "AUR-T1",
    name: "aurora",
    app: "aurora-api",
    matchLabels: { app: "aurora-api" },
    port: "metrics",
    containerPort: 8001,
    interval: seconds(30),
    expectedTargets: 3,
    authentication: {
      kind: "bearer",
      credentials: { secret: "aurora-metrics-token", key: "token" },
    },
  },
];

/** Its health, which covers what it depends on. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "AUR-T2",
    name: "aurora-health",
    probe: "health",
    url: "http://aurora-api.aurora.svc:8000/health",
    interval: seconds(30),
  },
];
