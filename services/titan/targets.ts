import { seconds } from "../../model/duration";
import type { HttpProbe, Target } from "../../model/target";

/**
 * Every service of the mesh, by the one label that all of them have: a service that joins is scraped without a change here.
 * Each names itself in the label `service` and its paths in `endpoint`; the operator's labels of these names are dropped for it.
 */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    requirement: "TIT-T1",
    name: "titan",
    app: "titan-mesh",
    matchLabels: { "app.kubernetes.io/part-of": "titan" },
    port: "metrics",
    containerPort: 8001,
    interval: seconds(30),
    expectedTargets: 36,
    authentication: {
      kind: "bearer",
      credentials: { secret: "titan-metrics-token", key: "token" },
    },
  },
];

/** The gateway of the mesh, which is well while the services behind it are. */
export const probes: readonly HttpProbe[] = [
  {
    requirement: "TIT-T2",
    name: "titan-health",
    probe: "health",
    url: "http://titan-gateway.titan.svc:8000/health",
    interval: seconds(30),
  },
];
