import { cost } from "../cost/cost";
import { summaryMarkdown, summaryText } from "../../../cli/summary/summary";
import type { Inventory } from "../../../inventory/inventory";

const alert = { name: "A", system: "shop", expr: "up", for: "5m" };
const inventory: Inventory = {
  environment: "production",
  folder: "cdktf.out/stacks/production",
  backend: "s3",
  kubeconfigContext: "production",
  grafanaPasswords: true,
  releases: [
    { name: "kps", chart: "kube-prometheus-stack", version: "88.5.3" },
    { name: "shop-monitoring", chart: "raw-objects", version: "1.0.0" },
  ],
  monitors: [
    { kind: "ServiceMonitor", name: "shop", system: "shop", series: 1200 },
    { kind: "Probe", name: "till", system: "till", series: 0 },
  ],
  recordingRules: ["shop:a:b", "shop:c:d"],
  alerts: [
    { ...alert, priority: "P2" },
    { ...alert, priority: "P0" },
    { ...alert, priority: "P2" },
  ],
  dashboards: [{ uid: "shop", title: "Shop", panels: 4, folder: "shop" }],
  secrets: [
    { namespace: "monitoring", name: "s", keys: ["k"], usedBy: ["grafana"] },
  ],
  slos: [],
  cost,
  warnings: ["mind the state"],
  addresses: [],
};

it("shows in a few lines what an environment runs", () => {
  expect(summaryText(inventory)).toBe(`production
  releases        kps 88.5.3
  monitors        2 (shop 1, till 1)
  recording rules 2
  alerts          3 (P0 1, P2 2)
  dashboards      1 with 4 panels
  cost            1,234,567 series in each Prometheus, 62 % of its budget; at most 2,345,678
                  41,152 samples written in a second, 1,000 read by rules
                  metrics: 7.11 GB a day, 213 GB in 30d; 47 % of prometheus.volume
                  logs: 500 kB a day, 15 MB in 30d; less than 1 % of logs.volume; unknown of 1 system: till
                  traces: unknown, no system says how much it sends
                  npm run cost -- --environment production lists it
  secrets         1 must exist: npm run preflight -- production
  state           s3
  terraform       cdktf.out/stacks/production
  warning         mind the state`);
});

it("puts each release on a line of its own, and says nothing where nothing is to be warned of", () => {
  const text = summaryText({
    ...inventory,
    releases: [
      { name: "kps", chart: "kube-prometheus-stack", version: "88.5.3" },
      { name: "grafana", chart: "grafana", version: "10.1.0" },
    ],
    warnings: [],
  });
  expect(text).toContain(
    "  releases        kps 88.5.3\n                  grafana 10.1.0\n",
  );
  expect(text).not.toContain("warning");
});

it("shows the same in Markdown", () => {
  expect(summaryMarkdown(inventory)).toBe(`### production

| what | value |
| --- | --- |
| releases | kps 88.5.3 |
| monitors | 2 (shop 1, till 1) |
| recording rules | 2 |
| alerts | 3 (P0 1, P2 2) |
| dashboards | 1 with 4 panels |
| cost | 1,234,567 series in each Prometheus, 62 % of its budget; at most 2,345,678<br>41,152 samples written in a second, 1,000 read by rules<br>metrics: 7.11 GB a day, 213 GB in 30d; 47 % of prometheus.volume<br>logs: 500 kB a day, 15 MB in 30d; less than 1 % of logs.volume; unknown of 1 system: till<br>traces: unknown, no system says how much it sends<br>npm run cost -- --environment production lists it |
| secrets | 1 must exist: npm run preflight -- production |
| state | s3 |
| terraform | cdktf.out/stacks/production |

> **Warning:** mind the state
`);
});
