import { production } from "../../environments/production";
import { seconds } from "../../model/duration";
import { monitors } from "../../targets/monitors";
import { probes } from "../../targets/probes";
import { goodService, withAnswer } from "../support/services";

const [target] = goodService.targets;
if (target === undefined) throw new Error("the good service has a target");

it("renders a ServiceMonitor that looks into the service's namespace", () => {
  expect(monitors(goodService, production)).toEqual([
    {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "ServiceMonitor",
      metadata: {
        name: "shop",
        namespace: "monitoring",
        labels: {
          "app.kubernetes.io/part-of": "monitoring-stack",
          "monitoring-stack/managed": "true",
          "monitoring-stack/system": "shop",
        },
        annotations: { "monitoring-stack/series-at-most": "10" },
      },
      spec: {
        selector: { matchLabels: { app: "shop-api" } },
        namespaceSelector: { matchNames: ["shop"] },
        sampleLimit: 1000,
        labelLimit: 32,
        labelValueLengthLimit: 512,
        endpoints: [
          {
            port: "http",
            path: "/metrics",
            interval: "30s",
            scrapeTimeout: "10s",
            relabelings: [
              { targetLabel: "system", replacement: "shop" },
              { targetLabel: "app", replacement: "shop-api" },
              { targetLabel: "job", replacement: "shop-api" },
              { action: "labeldrop", regex: "service|endpoint" },
            ],
            authorization: {
              type: "Bearer",
              credentials: { name: "shop-token", key: "token" },
            },
          },
        ],
      },
    },
  ]);
});

it("renders a PodMonitor for pods without a Service", () => {
  const [monitor] = monitors(
    { ...goodService, targets: [{ ...target, kind: "pod-monitor" }] },
    production,
  );
  expect(monitor?.kind).toBe("PodMonitor");
  expect(monitor?.spec).toHaveProperty("podMetricsEndpoints");
});

it("sends no token where none is needed", () => {
  const [monitor] = monitors(
    {
      ...goodService,
      targets: [
        { ...target, authentication: { kind: "none", reason: "a test" } },
      ],
    },
    production,
  );
  expect(JSON.stringify(monitor)).not.toContain("authorization");
});

it("never waits for an answer longer than until the next scrape", () => {
  const [monitor] = monitors(
    { ...goodService, targets: [{ ...target, interval: seconds(5) }] },
    production,
  );
  expect(monitor?.spec).toMatchObject({ endpoints: [{ scrapeTimeout: "5s" }] });
});

it("keeps a sample limit that was declared", () => {
  const [monitor] = monitors(
    { ...goodService, targets: [{ ...target, sampleLimit: 77 }] },
    production,
  );
  expect(monitor?.spec).toMatchObject({ sampleLimit: 77 });
});

it("renders a Probe that says whose endpoint it checks", () => {
  const [probe] = probes(goodService, production, {
    address: "blackbox:9115",
    module: "http_2xx",
  });
  expect(probe).toMatchObject({
    kind: "Probe",
    spec: {
      jobName: "shop-health",
      prober: { url: "blackbox:9115" },
      module: "http_2xx",
      interval: "30s",
      targets: {
        staticConfig: {
          static: ["http://shop.shop.svc/health"],
          labels: { system: "shop", probe: "health" },
        },
      },
    },
  });
});

it("asks through a module of its own where an answer is stated", () => {
  const [probe] = probes(
    withAnswer({ status: 200, body: "healthy" }),
    production,
    { address: "blackbox:9115", module: "http_2xx" },
  );
  expect(probe?.spec).toMatchObject({ module: "shop-health" });
});
