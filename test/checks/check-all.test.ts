import { checkAll } from "../../checks/check-all";
import { days } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { plain as plainly } from "../stacks/output";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import { answers, promisingService } from "../support/slos";
import {
  goodRunbooks,
  goodService,
  watched,
  withAlert,
} from "../support/services";

const plain: readonly EnvironmentConfig[] = [staging, production].map(plainly);

/** No silence and no maintenance window has expired then. */
const NOW = new Date("2026-11-01T00:00:00Z");

const problemsOf = (
  declared: readonly Service[],
  where = plain,
): readonly string[] =>
  checkAll(where, declared.map(watched), {
    runbooks: goodRunbooks,
    now: NOW,
  }).map(formatProblem);

/** More text than fits a release. */
const tooLarge = (service: Service): Service => ({
  ...service,
  alerts: service.alerts.map((alert) => ({
    ...alert,
    summary: "much ".repeat(200_000),
  })),
});

const sizeProblems = (problems: readonly string[]): readonly string[] =>
  problems.filter((line) => line.includes("too large for one Helm release"));

it("finds nothing in a good declaration", () => {
  expect(problemsOf([goodService])).toEqual([]);
});

it("requires an alert on every probe", () => {
  expect(
    checkAll(plain, [goodService], { runbooks: goodRunbooks, now: NOW }).map(
      formatProblem,
    ),
  ).toEqual([
    expect.stringMatching(
      /^services\/shop probe "shop-health": no alert of the system reads it in staging and production: /,
    ),
  ]);
});

it("shows the mistakes of a declaration, its queries, its dashboards and every environment in one list", () => {
  const [dashboard] = goodService.dashboards;
  if (dashboard === undefined) throw new Error("the good service has one");
  const problems = problemsOf(
    [
      {
        ...withAlert({ runbook: "shop/nowhere" }),
        displayName: " ",
        recording: [
          {
            name: "shop-http",
            interval: goodService.alertInterval,
            rules: [
              {
                record: "shop:errors:ratio_rate5m",
                expr: "sum(rate(shop_request_total[5m]))",
              },
            ],
          },
        ],
        dashboards: [{ ...dashboard, uid: "x".repeat(41) }],
      },
    ],
    plain.map((environment) => ({
      ...environment,
      thresholds: [
        {
          system: "shop",
          alert: "Nothing",
          threshold: "none",
          value: percent(1),
          reason: "a test",
        },
      ],
    })),
  );
  for (const part of [
    "services/shop: displayName must not be empty",
    'services/shop alert "ShopErrors": the runbook page or its heading does not exist, got shop/nowhere',
    'unknown metric "shop_request_total"',
    `services/shop dashboard "${"x".repeat(41)}"`,
    "environments/staging threshold shop Nothing none: overrides a threshold that does not exist",
    "environments/production threshold shop Nothing none: overrides a threshold that does not exist",
  ]) {
    expect(problems).toContainEqual(expect.stringContaining(part));
  }
});

it("reports missing pages that generated alerts link to", () => {
  const problems = checkAll(plain, [watched(promisingService)], {
    runbooks: new Set(["shop/errors", "slo/error-budget-burn"]),
    now: NOW,
  }).map(formatProblem);
  expect(problems).toEqual([
    "services/shop slos: the runbook page of their alerts does not exist, got slo/zero-tolerance; npm run generate -- --scaffold writes it; fill in its text",
  ]);
});

describe("the dashboard generated from SLOs", () => {
  it("has no mistake", () => {
    expect(problemsOf([promisingService])).toEqual([]);
  });

  it("is a dashboard of the service for its alerts, and only if the service has SLOs", () => {
    const { alerts } = withAlert({ dashboard: "shop-slos" });
    expect(problemsOf([{ ...promisingService, alerts }])).toEqual([]);
    expect(problemsOf([{ ...goodService, alerts }])).toEqual([
      'services/shop alert "ShopErrors": no dashboard of this service has that uid, got shop-slos; allowed: shop, shop-queries; name the dashboard that shows the condition',
    ]);
  });

  it("shares its uid with no other page", () => {
    const dashboards = goodService.dashboards.map((dashboard) => ({
      ...dashboard,
      uid: "shop-slos",
    }));
    const { alerts } = withAlert({ dashboard: "shop-slos" });
    expect(problemsOf([{ ...promisingService, alerts, dashboards }])).toEqual([
      'services/shop dashboard "shop-slos" and services/shop dashboard "shop-slos": the uid is used twice; rename one: the last to be applied would replace the other',
    ]);
  });

  it("has its panels and their queries checked as those of any other", () => {
    const problems = problemsOf([
      { ...promisingService, slos: [{ ...answers, name: 'an"swers' }] },
    ]);
    expect(problems).toContainEqual(
      expect.stringContaining(
        'services/shop dashboard "shop-slos" panel "an"swers: burn rate" query 1 at ',
      ),
    );
    expect(
      problemsOf([
        { ...promisingService, slos: [{ ...answers, period: days(0) }] },
      ]),
    ).toContainEqual(
      'services/shop dashboard "shop-slos" panel "violated": over out of range, got 0s; allowed: whole seconds, 1s or more; correct it',
    );
  });
});

it("checks the size of sound declarations", () => {
  expect(problemsOf([tooLarge(goodService)])).toEqual([
    "services/shop: its rules and monitors are too large for one Helm release in staging, got 1957 KiB; allowed: 900 KiB; split the system in two, or shorten what is generated",
    "services/shop: its rules and monitors are too large for one Helm release in production, got 1957 KiB; allowed: 900 KiB; split the system in two, or shorten what is generated",
  ]);
});

it("does not check the size of unsound declarations, since they are not rendered", () => {
  expect(
    sizeProblems(problemsOf([{ ...tooLarge(goodService), displayName: "" }])),
  ).toEqual([]);
});

it("does not render for an unsound environment", () => {
  const probing = {
    ...tooLarge(goodService),
    probes: goodService.probes.map((probe) => ({
      ...probe,
      url: { environmentUrl: "health" },
    })),
  };
  const health = "https://shop.example.com/health";
  const problems = problemsOf(
    [probing],
    plain.map((environment) => ({
      ...environment,
      systemUrls: environment.kind === "production" ? {} : { shop: { health } },
    })),
  );
  expect(problems).toEqual([
    'environments/production systemUrls.shop.health: is missing: the probe "shop-health" asks it; state the address that this environment has',
    expect.stringMatching(/too large for one Helm release in staging/),
  ]);
});

it("checks the size although a service with the same key prefix is unsound", () => {
  const longer = {
    ...goodService,
    key: "shop-front",
    namespace: "shop-front",
    displayName: "",
    metrics: {},
    targets: [],
    probes: [],
    recording: [],
    alerts: [],
    dashboards: [],
  };
  expect(
    sizeProblems(problemsOf([tooLarge(goodService), longer])),
  ).toHaveLength(2);
});
