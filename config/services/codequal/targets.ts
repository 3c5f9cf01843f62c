import { seconds } from "../../../model/duration";
import type { HttpProbe, Target } from "../../../model/target";
import { metricsToken } from "../../../patterns/targets";

/** What DeepWiki's own dashboard read before there was this one is JSON, for people: `/api/monitoring/deepwiki/metrics` is no target. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    name: "codequal-api",
    app: "codequal-api",
    matchLabels: { app: "codequal-api" },
    port: "http",
    containerPort: 3000,
    interval: seconds(30),
    expectedTargets: 3,
    authentication: metricsToken("codequal"),
  },
  {
    kind: "service-monitor",
    name: "codequal-deepwiki",
    app: "codequal-deepwiki",
    matchLabels: { app: "codequal-deepwiki" },
    port: "http",
    containerPort: 8001,
    // Must answer with the content type of Prometheus's text format: Prometheus 3 refuses any other.
    path: "/api/monitoring/deepwiki/metrics-prometheus",
    interval: seconds(15),
    expectedTargets: 2,
    authentication: {
      kind: "bearer",
      // A JWT. It expires, so whoever renews it writes this Secret.
      credentials: { secret: "codequal-deepwiki-jwt", key: "token" },
    },
  },
];

const api = "http://codequal-api.codequal.svc:3000/api/monitoring";

/** Whether it works with all it needs, whether it takes requests, and whether the public data are there. */
export const probes: readonly HttpProbe[] = [
  {
    name: "codequal-health",
    // 200 only while database, vector database, DeepWiki and Redis are well, else 503.
    probe: "health",
    url: `${api}/health`,
    interval: seconds(30),
  },
  {
    name: "codequal-ready",
    probe: "ready",
    url: `${api}/ready`,
    interval: seconds(30),
  },
  {
    name: "codequal-public-dashboard",
    // Anybody may read it, so there is no secret in it.
    probe: "dashboard",
    url: `${api}/public/dashboard`,
    interval: seconds(30),
  },
];
