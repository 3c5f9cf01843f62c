import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { environments } from "../../config/environments";
import { seconds } from "../../model/duration";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import { httpService } from "../../patterns/http-service";
import { services } from "../../config/services";
import { platformTeam } from "../../config/teams/platform";
import { goodDocument } from "../support/services";
import { prove } from "./prove";

/** All that is said of an ordinary service; the rest follows. */
const shop = httpService({
  key: "web-shop",
  displayName: "Web shop",
  document: goodDocument,
  team: platformTeam,
  publicHealth: { kind: "none", reason: "a test" },
  pods: { app: "shop", port: "http", containerPort: 8080, most: 3 },
  authentication: {
    kind: "bearer",
    credentials: { secret: "shop-metrics-token", key: "token" },
  },
  healthUrl: "http://shop.web-shop.svc:8080/health",
  routes: 20,
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5],
  availability: percent(99.9),
  answersWithin: seconds(0.25),
  slowLimit: seconds(1),
});

it("has no problem beside the other systems, in any environment", () => {
  const runbooks = new Set([
    ...listRunbooks("docs/runbooks"),
    ...["errors", "slow", "down", "metrics-absent"].map(
      (page) => `web-shop/${page}`,
    ),
  ]);
  const now = new Date("2026-11-01T00:00:00Z");
  expect(
    checkAll(environments, [...services, shop], { runbooks, now }).map(
      formatProblem,
    ),
  ).toEqual([]);
});

it("says what it shows, promises and watches under names of its own", () => {
  expect(Object.keys(shop.metrics)).toEqual([
    "web_shop_http_requests_total",
    "web_shop_http_request_duration_seconds",
  ]);
  expect(shop.alerts.map(({ name }) => name)).toEqual([
    "WebShopErrors",
    "WebShopSlow",
    "WebShopDown",
    "WebShopMetricsAbsent",
  ]);
  expect(shop.slos.map(({ name }) => name)).toEqual([
    "availability",
    "latency-p95-250ms",
  ]);
});

it(
  "proves itself, and notices every change",
  async () => {
    const { changes, ...found } = await prove(shop);
    expect(found).toEqual({ failures: "", survived: [], unneeded: [] });
    expect(changes).toBeGreaterThan(50);
  },
  30 * 60 * 1000,
);
