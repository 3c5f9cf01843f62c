import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/** The platform, which knows findings and evaluates policies. Runs of scanners leave their counters at the Pushgateway. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "OBS-T1",
    name: "obsidian",
    app: "obsidian-platform",
    matchLabels: { app: "obsidian-platform" },
    port: "metrics",
    containerPort: 8001,
    interval: seconds(30),
    expectedTargets: 1,
    authentication: {
      kind: "bearer",
      credentials: { secret: "obsidian-metrics-token", key: "token" },
    },
  },
];

/** Its health, which covers the store of findings. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "OBS-T2",
    name: "obsidian-health",
    probe: "health",
    url: "http://obsidian-platform.obsidian.svc:8000/health",
    interval: seconds(30),
  },
];
