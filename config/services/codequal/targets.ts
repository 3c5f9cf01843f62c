import { seconds } from "../../../model/duration";
import type {
  ProbeDeclaration,
  TargetDeclaration,
} from "../../../model/target";
import { metricsToken } from "../../../patterns/targets";

/**
 * The JSON for DeepWiki's former dashboard, `/api/monitoring/deepwiki/metrics`, is not a scrape
 * target.
 */
export const targets: readonly TargetDeclaration[] = [
  {
    app: "codequal-api",
    port: "http",
    containerPort: 3000,
    expectedTargets: 3,
    authentication: metricsToken("codequal"),
  },
  {
    app: "codequal-deepwiki",
    port: "http",
    containerPort: 8001,
    // Must answer with the content type of Prometheus's text format: Prometheus 3 refuses any
    // other.
    path: "/api/monitoring/deepwiki/metrics-prometheus",
    interval: seconds(15),
    expectedTargets: 2,
    authentication: {
      kind: "bearer",
      // A JWT. It expires, so whoever renews it updates this Secret.
      credentials: { secret: "codequal-deepwiki-jwt", key: "token" },
    },
  },
];

const api = "http://codequal-api.codequal.svc:3000/api/monitoring";

/** Probes of readiness with dependencies, of liveness, and of the public data. */
export const probes: readonly ProbeDeclaration[] = [
  {
    // 200 only while database, vector database, DeepWiki and Redis are healthy, otherwise 503.
    url: `${api}/health`,
  },
  {
    probe: "ready",
    url: `${api}/ready`,
  },
  {
    name: "codequal-public-dashboard",
    // Publicly readable, so it contains no secret.
    probe: "dashboard",
    url: `${api}/public/dashboard`,
  },
];
