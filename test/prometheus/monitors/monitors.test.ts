import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { cqvr } from "../../support/declared";
import { monitors } from "../../../prometheus/monitors/monitors";
import { probes } from "../../../prometheus/monitors/probes";
import { goodService, withAnswer } from "../../support/services";

const [target] = goodService.targets;
if (target === undefined) throw new Error("the good service has a target");

it("renders a ServiceMonitor that selects the service's namespace", () => {
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

it("has no scrape timeout longer than the interval", () => {
  const [monitor] = monitors(
    { ...goodService, targets: [{ ...target, interval: seconds(5) }] },
    production,
  );
  expect(monitor?.spec).toMatchObject({ endpoints: [{ scrapeTimeout: "5s" }] });
});

it("keeps a declared sample limit", () => {
  const [monitor] = monitors(
    { ...goodService, targets: [{ ...target, sampleLimit: 77 }] },
    production,
  );
  expect(monitor?.spec).toMatchObject({ sampleLimit: 77 });
});

describe("a target that an environment has on hosts", () => {
  const onHosts: EnvironmentConfig = {
    ...production,
    outsideTargets: [
      {
        system: "shop",
        target: "shop",
        addresses: ["shop-1.example.com:8080", "10.9.0.7:8080"],
        reason: "a test",
      },
    ],
  };

  it("is scraped at their addresses, with the other settings as in the cluster", () => {
    const [inside] = monitors(goodService, production);
    const [outside, ...more] = monitors(goodService, onHosts);
    expect(more).toEqual([]);
    const { selector, namespaceSelector, endpoints, ...limits } =
      inside?.spec ?? {};
    expect([selector, namespaceSelector]).not.toContain(undefined);
    const [endpoint] = endpoints as readonly Readonly<
      Record<string, unknown>
    >[];
    const { port, path, interval, ...scrape } = endpoint ?? {};
    expect([port, path, interval]).toEqual(["http", "/metrics", "30s"]);
    expect(outside).toEqual({
      apiVersion: "monitoring.coreos.com/v1alpha1",
      kind: "ScrapeConfig",
      metadata: inside?.metadata,
      spec: {
        jobName: "shop-api",
        staticConfigs: [
          { targets: ["shop-1.example.com:8080", "10.9.0.7:8080"] },
        ],
        scheme: "HTTPS",
        metricsPath: "/metrics",
        scrapeInterval: "30s",
        ...limits,
        ...scrape,
      },
    });
  });

  it("gets its token over TLS only; without a token plain HTTP is allowed", () => {
    const [open] = monitors(
      {
        ...goodService,
        targets: [
          { ...target, authentication: { kind: "none", reason: "a test" } },
        ],
      },
      onHosts,
    );
    expect(open?.spec).toMatchObject({ scheme: "HTTP" });
    expect(open?.spec).not.toHaveProperty("authorization");
  });

  it("belongs to that system only", () => {
    const [other] = monitors({ ...goodService, key: "store" }, onHosts);
    expect(other?.kind).toBe("ServiceMonitor");
  });
});

it("scrapes CQVR's exporter every minute, in the cluster or on its host, and never Prometheus itself", () => {
  const [inCluster] = monitors(cqvr, production);
  expect(inCluster).toMatchObject({
    kind: "ServiceMonitor",
    spec: {
      selector: { matchLabels: { app: "farfan-cqvr-exporter" } },
      endpoints: [{ port: "metrics", path: "/metrics", interval: "1m" }],
    },
  });
  const [onHost] = monitors(cqvr, staging);
  expect(onHost).toMatchObject({
    kind: "ScrapeConfig",
    spec: {
      staticConfigs: [
        { targets: ["farfan-cqvr-exporter.staging.example.com:9108"] },
      ],
      metricsPath: "/metrics",
      scrapeInterval: "1m",
    },
  });
  for (const monitor of [inCluster, onHost]) {
    expect(JSON.stringify(monitor)).not.toMatch(/localhost|:9090/);
  }
});

it("probes CQVR at the address of each environment", () => {
  const asked = (environment: EnvironmentConfig) =>
    probes(cqvr, environment, { address: "b:9115", module: "http_2xx" }).map(
      ({ spec }) => (spec["targets"] as { staticConfig: object }).staticConfig,
    );
  const health = (url: string) => ({
    static: [url],
    labels: { system: "cqvr", probe: "health" },
  });
  expect(asked(production)).toContainEqual(
    health("http://farfan-cqvr.farfan.svc:8080/health"),
  );
  expect(asked(staging)).toContainEqual(
    health("https://staging.farfan.example.com/health"),
  );
});

it("renders a Probe with the labels of its system", () => {
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

it("uses a module of its own if a response is stated", () => {
  const [probe] = probes(
    withAnswer({ status: 200, body: "healthy" }),
    production,
    { address: "blackbox:9115", module: "http_2xx" },
  );
  expect(probe?.spec).toMatchObject({ module: "shop-health" });
});
