import { open } from "../../../model/label-values";
import { days, minutes, seconds } from "../../../model/duration";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Panel } from "../../../model/dashboard";
import type { ReleaseGate } from "../../../model/release-gate";
import type { Service } from "../../../model/service";
import { percent } from "../../../model/ratio";
import { goodLogAlert } from "../../support/log-alerts";
import { goodAlert, goodService } from "../../support/services";

const panel = (
  title: string,
  change: Pick<Panel, "queries"> & Partial<Panel>,
): Panel => ({
  id: "a-panel",
  title,
  visualisation: { kind: "timeseries" },
  unit: "none",
  thresholds: { kind: "none" },
  description: title,
  ...change,
});

/** The good service with everything at a second, one query of each kind, and a gate. */
export const shop: Service = {
  ...goodService,
  metrics: {
    ...goodService.metrics,
    shop_requests_total: counter({
      help: "Requests",
      labels: { status: open({ upTo: 5, examples: ["a"] }) },
    }),
    shop_duration_seconds: histogram({
      help: "Time to answer",
      buckets: [1],
    }),
    shop_queue: gauge({ help: "Those who wait" }),
  },
  targets: goodService.targets.map((target) => ({
    ...target,
    interval: seconds(1),
  })),
  probes: goodService.probes.map((probe) => ({
    ...probe,
    interval: seconds(1),
  })),
  recording: goodService.recording.map((group) => ({
    ...group,
    interval: seconds(1),
    rules: group.rules.map((rule) => ({
      ...rule,
      expr: 'sum(rate(shop_requests_total{status="500"}[10s])) / (sum(rate(shop_requests_total[10s])) > 0)',
    })),
  })),
  alertInterval: seconds(1),
  alerts: [
    goodAlert,
    {
      ...goodAlert,
      name: "ShopFails",
      thresholds: { errorRatio: percent(50) },
      for: seconds(1),
      priority: "P0",
    },
  ],
  logAlerts: [goodLogAlert],
  dashboards: goodService.dashboards.map((dashboard) => ({
    ...dashboard,
    panels: [
      ...dashboard.panels,
      panel("Now", {
        visualisation: { kind: "stat" },
        queries: [
          { expr: "sum(increase(shop_requests_total[$__rate_interval]))" },
        ],
      }),
      panel("Lines", {
        visualisation: { kind: "logs" },
        queries: [
          { kind: "logql", expr: '{system="shop"} |= "never written"' },
        ],
      }),
      panel("Rate of lines", {
        queries: [
          {
            kind: "logql",
            expr: 'sum(count_over_time({system="shop"}[$__range]))',
          },
        ],
        visualisation: { kind: "stat" },
      }),
      panel("Traces", {
        visualisation: { kind: "traces" },
        queries: [
          { kind: "traceql", expr: '{ resource.service.name = "shop" }' },
        ],
      }),
    ],
  })),
};

/** One item for each kind of evidence. */
export const gate: ReleaseGate = {
  unlocks: "the opening",
  title: "Before the opening",
  evidence: "evidence/shop",
  checklist: [
    { text: "Scraped", evidence: [{ kind: "targets" }] },
    { text: "Metrics", evidence: [{ kind: "metrics", names: "all" }] },
    {
      text: "Page",
      evidence: [{ kind: "dashboards", uids: ["shop"], shows: "page" }],
    },
    {
      text: "Data",
      evidence: [{ kind: "dashboards", uids: "all", shows: "data" }],
    },
    {
      text: "Refresh",
      evidence: [{ kind: "dashboards", uids: ["shop"], shows: "refresh" }],
    },
    { text: "Alerts P0", evidence: [{ kind: "alerts", priority: "P0" }] },
    { text: "Test alert", evidence: [{ kind: "test-alert" }] },
    { text: "Access", evidence: [{ kind: "access" }] },
    { text: "Retention", evidence: [{ kind: "retention" }] },
    { text: "Redundancy", evidence: [{ kind: "redundancy" }] },
    {
      text: "Phone",
      evidence: [{ kind: "person", key: "phone", look: "the phone rings" }],
    },
  ],
  sections: [
    {
      heading: "Metrics",
      items: [
        {
          text: "Queue",
          evidence: [{ kind: "metrics", names: ["shop_queue"] }],
        },
      ],
    },
  ],
  decisions: ["OPEN", "WAIT"],
  retention: days(30),
  testAlert: ["P0"],
  provokedFault: {
    path: "/fail",
    body: { count: 100 },
    alert: "ShopFails",
    within: minutes(1),
  },
};
