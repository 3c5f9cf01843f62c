import type { Exporter, TargetDeclaration } from "../../../model/target";
import { httpPods, metricsToken } from "../../../patterns/targets";

/** Readiness covers the dependencies, so it is probed. */
const api = httpPods({
  key: "codeverify",
  app: "codeverify-api",
  most: 3,
  port: "http",
  containerPort: 8000,
  health: "http://codeverify-api.codeverify.svc:8000/health/ready",
});

/** The API behind its Service, and the workers, which have none. */
export const targets: readonly TargetDeclaration[] = [
  ...api.targets,
  {
    kind: "pod-monitor",
    app: "codeverify-worker",
    port: "metrics",
    containerPort: 9000,
    expectedTargets: 4,
    authentication: metricsToken("codeverify"),
  },
];

export const { probes } = api;

/** Exporters for Redis and PostgreSQL. */
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
