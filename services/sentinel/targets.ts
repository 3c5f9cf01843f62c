import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/** The pods that serve inferences, which also expose what is known of the models. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "SEN-T1",
    name: "sentinel",
    app: "sentinel-api",
    matchLabels: { app: "sentinel-api" },
    port: "metrics",
    containerPort: 8001,
    interval: seconds(30),
    expectedTargets: 3,
    authentication: {
      kind: "bearer",
      credentials: { secret: "sentinel-metrics-token", key: "token" },
    },
  },
];

/** Their health: the models are loaded and answer. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "SEN-T2",
    name: "sentinel-health",
    probe: "health",
    url: "http://sentinel-api.sentinel.svc:8000/health",
    interval: seconds(30),
  },
];
