import { readFileSync } from "node:fs";
import { join } from "node:path";
import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import { tracingSettings } from "../../kubernetes/tracing-settings";
import type { TracingSettings } from "../../kubernetes/tracing-settings";
import { seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { codeverify } from "../support/declared";
import { filesOf } from "../stacks/output";
import { goodService } from "../support/services";
import { synthesised } from "../support/synthesise";

const shop: Service = {
  ...goodService,
  traces: {
    kind: "sent",
    workloads: [{ workload: "shop-api" }],
  },
};

const only = (
  service: Service,
  environment: EnvironmentConfig = production,
): TracingSettings => {
  const [settings, ...others] = tracingSettings(service, environment);
  if (settings === undefined || others.length > 0) throw new Error("not one");
  return settings;
};

const variables = (...args: Parameters<typeof only>) =>
  only(...args).configMap.data ?? {};

it("are one ConfigMap for each workload, in the namespace of the system", () => {
  expect(
    tracingSettings(codeverify, production).map(({ configMap }) => [
      configMap.metadata.namespace,
      configMap.metadata.name,
      configMap.data?.["OTEL_SERVICE_NAME"],
    ]),
  ).toEqual([
    ["codeverify", "codeverify-api-tracing", "codeverify-api"],
    ["codeverify", "codeverify-worker-tracing", "codeverify-worker"],
  ]);
});

it("hold nothing but text, as a ConfigMap must", () => {
  expect(
    Object.values(variables(shop)).filter((value) => typeof value !== "string"),
  ).toEqual([]);
});

it("point to the gateway, without TLS and so inside the cluster", () => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = "", ...others } =
    variables(shop);
  expect(endpoint).toBe("http://alloy.monitoring.svc:4317");
  expect(new URL(endpoint).hostname).toMatch(/\.svc$/);
  expect(others).toMatchObject({
    OTEL_TRACES_EXPORTER: "otlp",
    OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
    OTEL_EXPORTER_OTLP_INSECURE: "true",
  });
});

it("send a batch, and the last one too, before the pod is killed", () => {
  const graceOfKubernetes = seconds(30).milliseconds;
  const { OTEL_BSP_SCHEDULE_DELAY, OTEL_BSP_EXPORT_TIMEOUT } = variables(shop);
  expect(Number(OTEL_BSP_SCHEDULE_DELAY)).toBeGreaterThan(0);
  expect(Number(OTEL_BSP_EXPORT_TIMEOUT)).toBeGreaterThan(0);
  expect(
    Number(OTEL_BSP_SCHEDULE_DELAY) + Number(OTEL_BSP_EXPORT_TIMEOUT),
  ).toBeLessThan(graceOfKubernetes);
});

it.each<[string, Service, EnvironmentConfig, string | undefined]>([
  ["a tenth by head in production", shop, production, "0.1"],
  ["all of it in staging", shop, staging, "1"],
  [
    "all of it where the gateway decides",
    shop,
    {
      ...production,
      traces: {
        ...production.traces,
        systems: {
          shop: {
            kind: "tail",
            share: percent(10),
            slow: seconds(2),
            tracesPerSecond: 1,
          },
        },
      },
    },
    "1",
  ],
  [
    "nothing that the application would not follow",
    {
      ...shop,
      traces: {
        kind: "sent",
        workloads: [{ workload: "shop-api" }],
        fixedShare: percent(20),
      },
    },
    production,
    undefined,
  ],
])("ask for %s", (_, service, environment, share) => {
  const { OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG } = variables(
    service,
    environment,
  );
  expect(OTEL_TRACES_SAMPLER_ARG).toBe(share);
  expect(OTEL_TRACES_SAMPLER).toBe(
    share === undefined ? undefined : "parentbased_traceidratio",
  );
});

it("name the environment and the system, and in the container the version", () => {
  const { container, configMap } = only(shop);
  const attributes = "deployment.environment.name=production,system=shop";
  expect(configMap.data?.["OTEL_RESOURCE_ATTRIBUTES"]).toBe(attributes);
  expect(container).toEqual({
    envFrom: [{ configMapRef: { name: configMap.metadata.name } }],
    // Kubernetes fills in what stands before: the order matters.
    env: [
      {
        name: "APPLICATION_VERSION",
        valueFrom: {
          fieldRef: {
            fieldPath: "metadata.labels['app.kubernetes.io/version']",
          },
        },
      },
      {
        name: "OTEL_RESOURCE_ATTRIBUTES",
        value: `${attributes},service.version=$(APPLICATION_VERSION)`,
      },
    ],
  });
});

it.each<[string, Service]>([
  [
    "of a system without traces",
    { ...shop, traces: { kind: "none", reason: "a test" } },
  ],
  ["of one that says nothing of its workloads", goodService],
])("there are none %s", (_, service) => {
  expect(tracingSettings(service, production)).toEqual([]);
});

it("are written for the owner, in every environment", () => {
  const written = synthesised({}, filesOf);
  for (const environment of [production, staging]) {
    const path = (system: string): string =>
      `stacks/${environment.name}/files/workloads/${system}-tracing.json`;
    expect(JSON.parse(written.get(path("codeverify")) ?? "[]")).toEqual(
      tracingSettings(codeverify, environment),
    );
    expect(written.has(path("platform"))).toBe(false);
  }
});

it("are documented, every variable with its value", () => {
  const page = readFileSync(
    join(__dirname, "../../docs/sending-traces.md"),
    "utf8",
  );
  const rows = [...page.matchAll(/^\| `(OTEL_\w+)` +\| `([^`]*)` /gm)].map(
    ([, name, value]) => [name, value],
  );
  expect(Object.fromEntries(rows)).toEqual(
    tracingSettings(codeverify, production)[0]?.configMap.data,
  );
});
