import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { milliseconds, seconds } from "../../model/duration";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import type { ServiceDeclaration } from "../../model/service";
import { wholeService } from "../../model/whole-service";
import { httpApi } from "../../patterns/http-api";
import { environments } from "../support/environments";
import { goodPlatform, goodTeam } from "../support/services";
import { prove } from "./prove";

/** The declaration of an ordinary service. */
const shop: ServiceDeclaration = {
  key: "web-shop",
  displayName: "Web shop",
  about: "Takes orders.",
  team: goodTeam,
  ...httpApi({
    key: "web-shop",
    displayName: "Web shop",
    routes: ["/orders", "/cart"],
    requestsPerSecond: 30,
    availability: percent(99.9),
    p95: milliseconds(250),
    slowLimit: seconds(1),
  }),
};
const whole = wholeService(shop);

it("has no problems together with the platform, in any environment", () => {
  const runbooks = new Set([
    ...listRunbooks("docs/runbooks"),
    ...["errors", "slow", "down", "metrics-absent"].map(
      (page) => `web-shop/${page}`,
    ),
  ]);
  const now = new Date("2026-11-01T00:00:00Z");
  expect(
    checkAll(environments, [goodPlatform, shop], { runbooks, now }).map(
      formatProblem,
    ),
  ).toEqual([]);
});

it("names its metrics, SLOs and probes after itself", () => {
  expect(Object.keys(whole.metrics)).toEqual([
    "web_shop_http_requests_total",
    "web_shop_http_request_duration_seconds",
  ]);
  expect(whole.alerts.map(({ name }) => name)).toEqual([
    "WebShopErrors",
    "WebShopSlow",
    "WebShopDown",
    "WebShopMetricsAbsent",
  ]);
  expect(whole.slos.map(({ name }) => name)).toEqual([
    "availability",
    "latency-p95-250ms",
  ]);
});

it(
  "proves its rules, and detects every mutant",
  async () => {
    const { changes, ...found } = await prove(whole);
    expect(found).toEqual({ failures: "", survived: [], unneeded: [] });
    expect(changes).toBeGreaterThan(50);
  },
  30 * 60 * 1000,
);
