import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { LOKI } from "../../../helm/loki/chart";
import { lokiValues } from "../../../helm/loki/loki-values";
import type { EnvironmentConfig } from "../../../model/environment";
import { referenceData } from "../../support/reference-data";
import { distributedLogs, productionWith } from "../../support/scaled";
import { asReceived, chartDefaults, stackValues } from "../chart-values";
import { mergeValues, valueAt } from "../unknown-keys";
import type { PlainMap } from "../unknown-keys";

const distributed = productionWith({ logs: distributedLogs });

const ALL: readonly (readonly [string, EnvironmentConfig])[] = [
  ["staging", staging],
  ["production", production],
  ["distributed", distributed],
];

const values = (environment: EnvironmentConfig): PlainMap =>
  asReceived(lokiValues(environment));

const at = (environment: EnvironmentConfig, ...keys: readonly string[]) =>
  valueAt(values(environment), ...keys);

it.each(ALL)("holds against the chart's own schema: %s", (_, environment) => {
  const file = referenceData(`charts/${LOKI.chart}/values.schema.json`);
  const defaults = chartDefaults(LOKI.chart);
  if (file === undefined || defaults === undefined) return;
  const validate = new Ajv({ strict: false, logger: false }).compile(
    JSON.parse(readFileSync(file, "utf8")) as object,
  );
  validate(mergeValues(defaults, values(environment)));
  expect(validate.errors ?? []).toEqual([]);
  validate(mergeValues(defaults, { singleBinary: { replicas: {} } }));
  expect(validate.errors).not.toBeNull();
});

describe("one part", () => {
  it("is three pods in production and one in staging, and none of any other mode", () => {
    expect(at(production, "deploymentMode")).toBe("Monolithic");
    expect(at(production, "singleBinary", "replicas")).toBe(3);
    expect(at(staging, "singleBinary", "replicas")).toBe(1);
    for (const other of ["read", "write", "backend"]) {
      expect(at(production, other)).toEqual({ replicas: 0 });
      expect(at(staging, other)).toEqual({ replicas: 0 });
    }
  });

  it("keeps as many copies as it can", () => {
    const copies = ["loki", "commonConfig", "replication_factor"];
    expect(at(production, ...copies)).toBe(3);
    expect(at(staging, ...copies)).toBe(1);
  });

  it("lets one pod be unavailable at a time, which is not the chart's default", () => {
    for (const component of ["singleBinary", "gateway"]) {
      expect(at(production, component, "podDisruptionBudget")).toEqual({
        maxUnavailable: 1,
      });
    }
  });

  it("is spread over zones where there is more than one", () => {
    const spread = ["singleBinary", "topologySpreadConstraints"];
    expect(at(staging, ...spread)).toEqual([]);
    expect(at(production, ...spread)).toMatchObject([
      {
        topologyKey: "topology.kubernetes.io/zone",
        labelSelector: {
          matchLabels: {
            "app.kubernetes.io/name": "loki",
            "app.kubernetes.io/component": "single-binary",
          },
        },
      },
    ]);
  });

  it("can be replaced on its node where it is alone", () => {
    expect(at(staging, "gateway")).toHaveProperty("affinity", null);
    expect(at(production, "gateway")).not.toHaveProperty("affinity");
  });
});

describe("several parts", () => {
  it("have no pod of the other modes", () => {
    expect(at(distributed, "deploymentMode")).toBe("Distributed");
    for (const other of ["singleBinary", "read", "write", "backend"]) {
      expect(at(distributed, other)).toEqual({ replicas: 0 });
    }
  });

  it("each let one pod be unavailable at a time", () => {
    for (const part of [
      "distributor",
      "ingester",
      "querier",
      "queryFrontend",
      "queryScheduler",
      "indexGateway",
      "ruler",
      "gateway",
    ]) {
      expect([
        part,
        at(distributed, part, "podDisruptionBudget", "maxUnavailable"),
      ]).toEqual([part, 1]);
    }
  });

  it("keep what is not yet in the bucket on volumes", () => {
    const claims = [
      {
        name: "data",
        accessModes: ["ReadWriteOnce"],
        size: "30Gi",
        storageClass: "fast",
      },
    ];
    for (const part of ["ingester", "compactor"]) {
      expect(at(distributed, part, "persistence")).toEqual({
        enabled: true,
        claims,
      });
    }
    expect(at(distributed, "indexGateway", "persistence", "enabled")).toBe(
      true,
    );
  });

  it("are no three sets of ingesters with an operator of their own", () => {
    expect(at(distributed, "ingester", "zoneAwareReplication", "enabled")).toBe(
      false,
    );
  });

  it("read rules in the ruler, which is not the chart's default", () => {
    expect(at(distributed, "ruler", "sidecar")).toBe(true);
  });
});

describe("what is stored", () => {
  it("lies in a bucket without a key in sight", () => {
    expect(at(production, "loki", "storage")).toEqual({
      type: "s3",
      bucketNames: { chunks: "example-production-logs" },
      s3: { region: "eu-central-1", sse: { type: "SSE-S3" } },
    });
    expect(at(production, "serviceAccount", "annotations")).toEqual({
      "eks.amazonaws.com/role-arn":
        "arn:aws:iam::000000000000:role/production-loki",
    });
    expect(at(staging, "loki", "storage")).toEqual({ type: "filesystem" });
  });

  it.each(ALL)("is deleted after its time: %s", (_, environment) => {
    const store = environment === staging ? "filesystem" : "s3";
    expect(at(environment, "loki", "compactor")).toEqual({
      retention_enabled: true,
      delete_request_store: store,
    });
    expect(at(environment, "loki", "limits_config", "retention_period")).toBe(
      "720h",
    );
    expect(at(environment, "loki", "schemaConfig", "configs")).toEqual([
      {
        from: "2026-01-01",
        store: "tsdb",
        object_store: store,
        schema: "v13",
        // Retention works on the index of a day.
        index: { prefix: "loki_index_", period: "24h" },
      },
    ]);
    expect(at(environment, "tableManager")).toBeUndefined();
  });

  it.each(ALL)("gets no undeclared label: %s", (_, environment) => {
    expect(
      at(environment, "loki", "limits_config", "discover_service_name"),
    ).toEqual([]);
  });
});

describe("the ruler", () => {
  it.each(ALL)("sends to every Alertmanager: %s", (_, environment) => {
    expect(at(environment, "loki", "rulerConfig")).toMatchObject({
      alertmanager_url:
        "http://_http-web._tcp.alertmanager-operated.monitoring.svc.cluster.local",
      enable_alertmanager_discovery: true,
      enable_alertmanager_v2: true,
      enable_sharding: true,
      ring: { kvstore: { store: "memberlist" } },
    });
  });

  it.each(ALL)(
    "adds to its alerts what Prometheus adds: %s",
    (_, environment) => {
      expect(at(environment, "loki", "rulerConfig", "external_labels")).toEqual(
        valueAt(
          stackValues(environment),
          "prometheus",
          "prometheusSpec",
          "externalLabels",
        ),
      );
    },
  );

  it.each(ALL)(
    "reads ConfigMaps of its one tenant, and no Secret: %s",
    (_, environment) => {
      expect(at(environment, "loki", "auth_enabled")).toBe(false);
      expect(at(environment, "sidecar", "rules")).toEqual({
        label: "loki_rule",
        folder: "/rules/fake",
        resource: "configmap",
        searchNamespace: "monitoring",
      });
      expect(at(environment, "sidecar", "enableUniqueFilenames")).toBe(true);
      expect(at(environment, "loki", "rulerConfig", "storage")).toEqual({
        type: "local",
        local: { directory: "/rules" },
      });
      expect(at(environment, "rbac")).toEqual({
        namespaced: false,
        useExistingRole: "system:discovery",
      });
      expect(JSON.stringify(at(environment, "extraObjects"))).not.toContain(
        '"secrets"',
      );
      expect(at(environment, "extraObjects")).toMatchObject([
        { kind: "Role", rules: [{ resources: ["configmaps"] }] },
        {
          kind: "RoleBinding",
          subjects: [{ name: "loki", namespace: "monitoring" }],
        },
      ]);
      // Mounted in one mode and made in another.
      expect(at(environment, "ruler", "directories")).toBeUndefined();
    },
  );

  it("gives what it records to every replica of Prometheus", () => {
    expect(at(production, "loki", "rulerConfig", "remote_write")).toEqual({
      enabled: true,
      clients: {
        "replica-0": {
          url: "http://prometheus-kps-prometheus-0.prometheus-operated.monitoring.svc.cluster.local:9090/api/v1/write",
        },
        "replica-1": {
          url: "http://prometheus-kps-prometheus-1.prometheus-operated.monitoring.svc.cluster.local:9090/api/v1/write",
        },
      },
    });
  });
});

it("sizes caches by the memory of their pods, and has none in staging", () => {
  expect(at(staging, "chunksCache")).toEqual({ enabled: false });
  expect(at(staging, "resultsCache")).toEqual({ enabled: false });
  expect(at(production, "chunksCache")).toEqual({
    enabled: true,
    allocatedMemory: 1706,
    resources: {
      requests: { cpu: "100m", memory: "2Gi" },
      limits: { memory: "2Gi" },
    },
  });
});

it.each(ALL)(
  "sends no logs or usage statistics of its own: %s",
  (_, environment) => {
    expect(at(environment, "lokiCanary")).toEqual({ enabled: false });
    expect(at(environment, "test")).toEqual({ enabled: false });
    expect(at(environment, "loki", "analytics")).toEqual({
      reporting_enabled: false,
    });
  },
);
