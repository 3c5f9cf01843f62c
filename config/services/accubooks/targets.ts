import { seconds } from "../../../model/duration";
import type {
  Exporter,
  ProbeDeclaration,
  TargetDeclaration,
} from "../../../model/target";
import { metricsToken } from "../../../patterns/targets";

/** The API; its workers run in the same process and are scraped with it. */
export const targets: readonly TargetDeclaration[] = [
  {
    app: "accubooks",
    port: "http",
    containerPort: 3000,
    path: "/api/metrics",
    interval: seconds(15),
    expectedTargets: 3,
    authentication: metricsToken("accubooks"),
  },
];

/**
 * The endpoint answers 503 while database, cache or queue is unhealthy, and its body says so too.
 */
export const probes: readonly ProbeDeclaration[] = [
  {
    url: "http://accubooks.accubooks.svc:3000/api/health",
    answer: { status: 200, body: '"status"\\s*:\\s*"healthy"' },
  },
];

/** Exporters of cache and database, independent of the application's own metrics. */
export const exporters: readonly Exporter[] = [
  {
    kind: "redis",
    name: "accubooks-redis-exporter",
    address: "redis://redis.accubooks.svc:6379",
    password: { secret: "accubooks-redis", key: "password" },
  },
  {
    kind: "postgres",
    name: "accubooks-postgres-exporter",
    host: "postgres.accubooks.svc:5432",
    database: "accubooks",
    user: "monitoring",
    password: { secret: "accubooks-postgres", key: "password" },
  },
];
