import {
  bySet,
  perHour,
  perMinute,
  perSecond,
} from "../../model/typical/typical";
import { pattern } from "../../model/label-values";
import type { Alert } from "../../model/alert";
import { minutes, seconds } from "../../model/duration";
import { counter } from "../../model/metric";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import type { ServiceDocument } from "../../model/service-document";
import type { HealthyAnswer } from "../../model/target";
import type { Team } from "../../model/team";
import { wholeService } from "../../model/whole-service";
import { platform } from "../../platform";
import { pagerDuty, slack } from "./channels";

/** A declaration without a mistake; each test breaks it in one way. */
export const goodAlert: Alert = {
  name: "ShopErrors",
  expr: 'shop:errors:ratio_rate5m > {errorRatio} and on () sum(increase(shop_requests_total{status="500"}[5m])) >= 4.5',
  thresholds: { errorRatio: percent(5) },
  for: minutes(5),
  severity: "critical",
  priority: "P1",
  summary: "Shop fails",
  runbook: "shop/errors",
  dashboard: "shop",
  proof: {
    fires: [{ series: { shop_requests_total: "0+1x10" }, at: minutes(5) }],
    quiet: [{ series: { shop_requests_total: "0+1x10" }, at: minutes(5) }],
  },
};

/** Alert on the good service's only probe. */
const probeAlert: Alert = {
  ...goodAlert,
  name: "ShopDown",
  expr: 'max(probe_success{system="shop", probe="health"}) == 0',
  thresholds: {},
  priority: "P0",
  summary: "Shop is down",
};

export const goodTeam: Team = {
  key: "shop",
  owner: "Shop team",
  onCall: "shop-on-call",
  channels: {
    pager: [pagerDuty("shop")],
    chat: [slack("#shop-alerts")],
    email: [{ kind: "email", to: ["shop@example.com"] }],
  },
  escalation: [],
};

/** The monitoring itself, run by the same team. */
export const goodPlatform: Service = wholeService(platform({ team: goodTeam }));

/** A dashboard without a mistake. */
export const goodDocument: ServiceDocument = {
  version: "1.0.0",
  since: "2026-11-21",
  nextReview: "2027-02-21",
};

export const goodService: Service = {
  key: "shop",
  displayName: "Shop",
  about: "Takes orders.",
  document: goodDocument,
  team: goodTeam,
  publicHealth: { kind: "url", url: "https://shop.example.com/health" },
  namespace: "shop",
  metrics: {
    shop_requests_total: counter({
      help: "Requests",
      labels: {
        status: pattern("[1-5][0-9]{2}", {
          upTo: 5,
          examples: ["200", "404", "500"],
        }),
      },
      typical: bySet({
        'status="200"': perSecond(20),
        'status="404"': perMinute(6),
        'status="500"': perHour(2),
      }),
    }),
  },
  targets: [
    {
      kind: "service-monitor",
      name: "shop",
      app: "shop-api",
      matchLabels: { app: "shop-api" },
      port: "http",
      containerPort: 8080,
      interval: seconds(30),
      expectedTargets: 2,
      authentication: {
        kind: "bearer",
        credentials: { secret: "shop-token", key: "token" },
      },
    },
  ],
  probes: [
    {
      name: "shop-health",
      probe: "health",
      url: "http://shop.shop.svc/health",
      interval: seconds(30),
    },
  ],
  exporters: [],
  recording: [
    {
      name: "shop-http",
      interval: minutes(1),
      rules: [
        {
          record: "shop:errors:ratio_rate5m",
          expr: 'sum(rate(shop_requests_total{status="500"}[5m])) / (sum(rate(shop_requests_total[5m])) > 0)',
        },
      ],
    },
  ],
  alertInterval: minutes(1),
  alerts: [goodAlert],
  slos: [],
  noData: { kind: "none", reason: "a test" },
  dashboards: [
    {
      uid: "shop",
      title: "Shop",
      description: "How the shop does",
      refresh: seconds(30),
      access: "engineering",
      panels: [
        {
          id: "errors",
          number: 1,
          title: "Errors",
          visualisation: { kind: "timeseries" },
          unit: "percentunit",
          thresholds: {
            kind: "steps",
            base: "green",
            steps: [
              { colour: "red", alert: "ShopErrors", threshold: "errorRatio" },
            ],
          },
          queries: [{ expr: "shop:errors:ratio_rate5m" }],
          description: "Share of requests that fail",
        },
      ],
    },
  ],
};

/** Pages and headings that the good service's alerts name. */
export const goodRunbooks: ReadonlySet<string> = new Set([
  "shop/errors",
  "slo/error-budget-burn",
  "slo/zero-tolerance",
]);

/** The good service with its only alert changed. */
export const withAlert = (change: Partial<Alert>): Service => ({
  ...goodService,
  alerts: [{ ...goodAlert, ...change }],
});

/** A service whose probe an alert reads, as all checks together ask. */
export const watched = (service: Service): Service => ({
  ...service,
  alerts: [
    ...service.alerts,
    {
      ...probeAlert,
      dashboard: service.dashboards[0]?.uid ?? probeAlert.dashboard,
    },
  ],
});

/** The good service with a probe that wants this answer. */
export const withAnswer = (answer: HealthyAnswer): Service => ({
  ...goodService,
  probes: goodService.probes.map((probe) => ({ ...probe, answer })),
});
