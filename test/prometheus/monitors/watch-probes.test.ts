import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { watchProber } from "../../../helm/blackbox-exporter/prober";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import { watchProbes } from "../../../prometheus/monitors/watch-probes";
import { services } from "../../support/declared";
import { goodService } from "../../support/services";

const hidden = {
  ...goodService,
  key: "hidden",
  publicHealth: { kind: "none", reason: "a test" },
} as const;

const inStaging = watchProbes(
  staging,
  production,
  [goodService, hidden],
  watchProber(staging, production),
);
const inProduction = watchProbes(
  production,
  staging,
  [goodService, hidden],
  watchProber(production, staging),
);

interface StaticConfig {
  readonly static: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

const staticConfig = ({ spec }: KubernetesObject): StaticConfig =>
  (spec["targets"] as { readonly staticConfig: StaticConfig }).staticConfig;

it("probes every component of production from staging, and the public endpoints of its services", () => {
  expect(inStaging.flatMap((probe) => staticConfig(probe).static)).toEqual([
    "https://grafana.monitoring.example.com/api/health",
    "https://prometheus.monitoring.example.com/-/healthy",
    "https://alertmanager.monitoring.example.com/-/healthy",
    "https://shop.example.com/health",
  ]);
  expect(inStaging.map((probe) => staticConfig(probe).labels)).toEqual(
    ["grafana", "prometheus", "alertmanager", "shop"].map((probe) => ({
      watched: "production",
      probe,
    })),
  );
});

it("probes staging's platform only from production, since public addresses are production's own", () => {
  expect(inProduction.flatMap((probe) => staticConfig(probe).static)).toEqual([
    "https://grafana.monitoring.staging.example.com/api/health",
    "https://prometheus.monitoring.staging.example.com/-/healthy",
    "https://alertmanager.monitoring.staging.example.com/-/healthy",
  ]);
});

it("verifies certificates unless the issuer is a staging one", () => {
  const modules = (probes: readonly KubernetesObject[]): unknown[] => [
    ...new Set(probes.map(({ spec }) => spec["module"])),
  ];
  expect(modules(inStaging)).toEqual(["http_2xx"]);
  expect(modules(inProduction)).toEqual(["http_2xx_untrusted"]);
});

it("is a Probe without a system, with few metrics kept", () => {
  expect(inStaging[0]).toEqual({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Probe",
    metadata: {
      name: "watch-production-grafana",
      namespace: "monitoring",
      labels: {
        "app.kubernetes.io/part-of": "monitoring-stack",
        "monitoring-stack/managed": "true",
        "monitoring-stack/system": "platform",
      },
    },
    spec: {
      jobName: "watch-production-grafana",
      prober: {
        url: "blackbox-exporter.monitoring.svc.cluster.local:9115",
      },
      module: "http_2xx",
      interval: "30s",
      scrapeTimeout: "10s",
      targets: {
        staticConfig: {
          static: ["https://grafana.monitoring.example.com/api/health"],
          labels: { watched: "production", probe: "grafana" },
        },
      },
      metricRelabelings: [
        {
          sourceLabels: ["__name__"],
          regex: "probe_success|probe_duration_seconds|probe_http_status_code",
          action: "keep",
        },
      ],
    },
  });
});

it("does not affect existing alerts: its samples have no label system", () => {
  const labels = inStaging.map((probe) => staticConfig(probe).labels);
  expect(labels.filter((label) => "system" in label)).toEqual([]);
  const [{ spec }] = inStaging as readonly [KubernetesObject];
  const [{ regex }] = spec["metricRelabelings"] as readonly [
    { readonly regex: string },
  ];
  const kept = regex.split("|");
  const asked = services.flatMap(({ alerts }) =>
    alerts.flatMap(({ name, expr }) =>
      [...expr.matchAll(/\b(probe_[a-z_]+)(\{[^}]*\})?/g)]
        .filter(
          ([, metric = "", matchers = ""]) =>
            kept.includes(metric) && !/\bsystem(=|!=")/.test(matchers),
        )
        .map(([selector]) => `${name} ${selector}`),
    ),
  );
  expect(asked).toEqual([]);
});
