import { seconds } from "../../../model/duration";
import type { Exporter, HttpProbe, Target } from "../../../model/target";
import { healthProbe } from "../../../patterns/targets";

const metricsToken = {
  kind: "bearer",
  credentials: { secret: "codeverify-metrics-token", key: "token" },
} as const;

/** The API behind its Service, and the workers, which have none. */
export const targets: readonly Target[] = [
  {
    kind: "service-monitor",
    name: "codeverify",
    app: "codeverify-api",
    matchLabels: { app: "codeverify-api" },
    port: "http",
    containerPort: 8000,
    interval: seconds(30),
    expectedTargets: 3,
    authentication: metricsToken,
  },
  {
    kind: "pod-monitor",
    name: "codeverify-worker",
    app: "codeverify-worker",
    matchLabels: { app: "codeverify-worker" },
    port: "metrics",
    containerPort: 9000,
    interval: seconds(30),
    expectedTargets: 4,
    authentication: metricsToken,
  },
];

/** Readiness covers the dependencies, so that is what is probed. */
export const probes: readonly HttpProbe[] = [
  healthProbe({
    system: "codeverify",
    url: "http://codeverify-api.codeverify.svc:8000/health/ready",
  }),
];

/** What Redis and PostgreSQL do not say themselves. */
export const exporters: readonly Exporter[] = [
  {
    kind: "redis",
    name: "codeverify-redis-exporter",
    address: "redis://redis.codeverify.svc:6379",
    password: { secret: "codeverify-redis", key: "password" },
  },
  {
    kind: "postgres",
    name: "codeverify-postgres-exporter",
    host: "postgres.codeverify.svc:5432",
    database: "codeverify",
    user: "monitoring",
    password: { secret: "codeverify-postgres", key: "password" },
  },
];
