import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/** The exporter beside the running process. Its batch metrics come through the Pushgateway. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "CQVR-T1",
    name: "farfan-cqvr",
    app: "farfan-cqvr-exporter",
    matchLabels: { app: "farfan-cqvr-exporter" },
    port: "metrics",
    containerPort: 9108,
    interval: seconds(60),
    expectedTargets: 1,
    sampleLimit: 20_000,
    authentication: {
      kind: "bearer",
      credentials: { secret: "cqvr-metrics-token", key: "token" },
    },
  },
];

/** The application, and the page that its users open. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "CQVR-T3",
    name: "cqvr-health",
    probe: "health",
    url: "http://farfan-cqvr.farfan.svc:8080/health",
    interval: seconds(30),
  },
  {
    requirement: "CQVR-T3",
    name: "cqvr-dashboard",
    probe: "dashboard",
    url: { environmentUrl: "cqvrDashboard" },
    interval: seconds(30),
  },
];
