import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import {
  TEMPO,
  TEMPO_DISTRIBUTED,
  TEMPO_DISTRIBUTED_KAFKA,
} from "../../../helm/tempo/chart";
import { serviceUrls } from "../../../helm/parts/service-urls";
import { tempoChart } from "../../../helm/tempo/tempo-values";
import type { EnvironmentConfig } from "../../../model/environment";
import {
  distributedTraces,
  kafkaTraces,
  monolithicTracesInBucket,
  productionWith,
} from "../../support/scaled";
import { valueAt } from "../unknown-keys";
import { IN_PARTS, at, kafka, unmeasured } from "./rendered-tempo";

it("runs one process in staging, parts without Kafka in production, and Tempo 3 only with a Kafka", () => {
  expect(tempoChart(staging)).toBe(TEMPO);
  expect(tempoChart(production)).toBe(TEMPO_DISTRIBUTED);
  expect(TEMPO_DISTRIBUTED.appVersion).toMatch(/^2\.10\./);
  expect(tempoChart(kafka)).toBe(TEMPO_DISTRIBUTED_KAFKA);
  expect(TEMPO_DISTRIBUTED_KAFKA.appVersion).toMatch(/^3\./);
});

it("has query and ingest addresses that fit the kind of store", () => {
  const urls = (environment: EnvironmentConfig): readonly string[] => {
    const { tempo, tempoOtlpGrpc } = serviceUrls(environment);
    return [tempo, tempoOtlpGrpc];
  };
  expect(urls(staging)).toEqual([
    "http://tempo.monitoring.svc.cluster.local:3200",
    "tempo.monitoring.svc.cluster.local:4317",
  ]);
  const parts = [
    "http://tempo-query-frontend.monitoring.svc.cluster.local:3200",
    "tempo-distributor.monitoring.svc.cluster.local:4317",
  ];
  expect(urls(production)).toEqual(parts);
  expect(urls(kafka)).toEqual(parts);
});

describe("as one process", () => {
  it("never has two replicas, which would not share data", () => {
    expect(at(staging, "replicas")).toBe(1);
  });

  it("keeps traces for its time and not for the chart's day", () => {
    expect(at(staging, "tempo", "retention")).toBe("72h");
  });

  it("receives OTLP from others, and no Jaeger", () => {
    const receivers = at(staging, "tempo", "receivers");
    expect(valueAt(receivers, "otlp")).toBeUndefined();
    // The chart dereferences each of them.
    for (const protocol of [
      "grpc",
      "thrift_binary",
      "thrift_compact",
      "thrift_http",
    ]) {
      expect(
        valueAt(receivers, "jaeger", "protocols", protocol, "endpoint"),
      ).toMatch(/^127\.0\.0\.1:\d+$/);
    }
  });

  it("keeps everything on its volume", () => {
    expect(at(staging, "persistence")).toEqual({ enabled: true, size: "20Gi" });
    expect(at(staging, "tempo", "storage", "trace")).toEqual({
      backend: "local",
    });
    expect(at(staging, "tempo", "metricsGenerator", "storage", "path")).toBe(
      "/var/tempo/metrics",
    );
  });

  it("runs as Pod Security `restricted` asks, which is not the chart's default", () => {
    expect(at(staging, "tempo", "securityContext")).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(at(staging, "securityContext")).toEqual({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: "RuntimeDefault" },
    });
  });

  it("may keep traces in a bucket", () => {
    const environment = productionWith({ traces: monolithicTracesInBucket });
    expect(at(environment, "tempo", "storage", "trace")).toMatchObject({
      backend: "s3",
      s3: {
        bucket: "example-traces",
        endpoint: "s3.eu-central-1.amazonaws.com",
      },
    });
  });
});

describe.each(IN_PARTS)("in parts, %s,", (_, environment) => {
  it("enables the receivers that the chart disables", () => {
    expect(at(environment, "traces")).toEqual({
      otlp: { grpc: { enabled: true }, http: { enabled: true } },
    });
  });

  it("keeps traces in a bucket without a key in sight", () => {
    const storage = at(environment, "storage", "trace");
    expect(storage).toMatchObject({
      backend: "s3",
      s3: { region: "eu-central-1", sse: { type: "SSE-S3" } },
    });
    expect(JSON.stringify(storage)).not.toMatch(/key/);
    expect(at(environment, "serviceAccount", "annotations")).toMatchObject({
      "eks.amazonaws.com/role-arn": expect.stringContaining(":role/") as string,
    });
  });

  it("runs as Pod Security `restricted` asks", () => {
    expect(at(environment, "tempo", "podSecurityContext")).toEqual({
      seccompProfile: { type: "RuntimeDefault" },
    });
  });

  it("leaves the spread to the chart, whose keys are templates and not maps", () => {
    for (const part of ["distributor", "querier", "metricsGenerator"]) {
      expect(at(environment, part, "topologySpreadConstraints")).toBe(
        undefined,
      );
      expect(at(environment, part, "affinity")).toBeUndefined();
    }
  });

  it("lets memcached fill the memory that its pod has", () => {
    expect(at(environment, "memcached", "extraArgs")).toEqual(["-m 819"]);
  });
});

describe("in parts without Kafka", () => {
  it("keeps three copies on volumes and lets one ingester be unavailable at a time", () => {
    expect(at(production, "ingester")).toEqual({
      replicas: 3,
      resources: {
        requests: { cpu: "500m", memory: "2Gi" },
        limits: { memory: "2Gi" },
      },
      persistence: { enabled: true, size: "20Gi" },
      // Of five the chart would let three go.
      maxUnavailable: 1,
      config: { replication_factor: 3 },
    });
    const five = productionWith({ traces: distributedTraces });
    expect(at(five, "ingester", "replicas")).toBe(5);
    expect(at(five, "ingester", "maxUnavailable")).toBe(1);
  });

  it("keeps traces for their time and not for the chart's two days", () => {
    expect(
      at(production, "compactor", "config", "compaction", "block_retention"),
    ).toBe("336h");
  });
});

describe("over Kafka", () => {
  it("has no ingester and no compactor, which the chart no longer knows", () => {
    expect(at(kafka, "ingester")).toBeUndefined();
    expect(at(kafka, "compactor")).toBeUndefined();
  });

  it("reads the password of Kafka from a Secret", () => {
    expect(at(kafka, "tempo", "structuredConfig", "ingest", "kafka")).toEqual({
      sasl_username: "tempo",
      sasl_password: "${KAFKA_PASSWORD}",
    });
    expect(at(kafka, "global")).toEqual({
      // Without it the text between the braces would be the password.
      extraArgs: ["-config.expand-env=true"],
      extraEnv: [
        {
          name: "KAFKA_PASSWORD",
          valueFrom: { secretKeyRef: { name: "tempo-kafka", key: "password" } },
        },
      ],
    });
    const open = productionWith({
      traces: { ...kafkaTraces, kafka: { address: "k:9092", topic: "t" } },
    });
    expect(at(open, "global")).toBeUndefined();
    expect(at(open, "tempo", "structuredConfig")).toBeUndefined();
  });

  it("keeps traces for their time and not for the chart's two days", () => {
    expect(
      at(
        kafka,
        "backendScheduler",
        "config",
        "provider",
        "compaction",
        "compaction",
        "block_retention",
      ),
    ).toBe("336h");
  });

  it("gives the chart the keys without which it does not render", () => {
    expect(at(kafka, "backendWorker")).toMatchObject({
      podDisruptionBudget: { enabled: true },
      maxUnavailable: 1,
    });
    expect(at(kafka, "ingest", "kafka", "address")).toBe(
      "kafka.kafka.svc.cluster.local:9092",
    );
  });
});

describe("what is made of spans", () => {
  const to = (replica: number) => ({
    url: `http://prometheus-kps-prometheus-${String(replica)}.prometheus-operated.monitoring.svc.cluster.local:9090/api/v1/write`,
    send_exemplars: true,
  });

  it("goes to every replica of Prometheus", () => {
    expect(
      at(staging, "tempo", "metricsGenerator", "storage", "remote_write"),
    ).toEqual([to(0)]);
    for (const [, environment] of IN_PARTS) {
      expect(
        at(
          environment,
          "metricsGenerator",
          "config",
          "storage",
          "remote_write",
        ),
      ).toEqual([to(0), to(1)]);
    }
  });

  it("is made only because it is asked for twice", () => {
    const both = {
      metrics_generator: { processors: ["service-graphs", "span-metrics"] },
    };
    expect(at(staging, "tempo", "metricsGenerator", "enabled")).toBe(true);
    expect(unmeasured(staging, "tempo", "overrides", "defaults")).toEqual(both);
    for (const [, environment] of IN_PARTS) {
      expect(at(environment, "metricsGenerator", "enabled")).toBe(true);
      expect(unmeasured(environment, "overrides", "defaults")).toEqual(both);
    }
  });

  it("has the label of its system", () => {
    const dimensions = ["span_metrics", "dimensions"];
    expect(
      at(staging, "tempo", "metricsGenerator", "processor", ...dimensions),
    ).toEqual(["system"]);
    for (const [, environment] of IN_PARTS) {
      expect(
        at(
          environment,
          "metricsGenerator",
          "config",
          "processor",
          ...dimensions,
        ),
      ).toEqual(["system"]);
    }
  });
});
