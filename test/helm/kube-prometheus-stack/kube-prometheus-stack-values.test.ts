import { ALERTMANAGER_CLUSTER } from "../../../helm/kube-prometheus-stack/alertmanager-cluster";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { gibibytes } from "../../../model/bytes";
import type { Bytes } from "../../../model/bytes";
import { ENVIRONMENTS, stackValues } from "../chart-values";
import { differingPaths, valueAt } from "../unknown-keys";

const prometheusSpec = (...args: Parameters<typeof stackValues>): unknown =>
  valueAt(stackValues(...args), "prometheus", "prometheusSpec");
const alertmanagerSpec = (...args: Parameters<typeof stackValues>): unknown =>
  valueAt(stackValues(...args), "alertmanager", "alertmanagerSpec");

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("%s", (_, environment) => {
  it.each(["serviceMonitor", "podMonitor", "probe", "rule", "scrapeConfig"])(
    "selects every %s",
    (kind) => {
      const spec = prometheusSpec(environment);
      expect(valueAt(spec, `${kind}Selector`)).toEqual({});
      expect(valueAt(spec, `${kind}SelectorNilUsesHelmValues`)).toBe(false);
    },
  );

  it("takes metrics by their old names, with exemplars, from scrapes and from writers", () => {
    expect(prometheusSpec(environment)).toMatchObject({
      nameValidationScheme: "Legacy",
      enableFeatures: ["exemplar-storage"],
      enableRemoteWriteReceiver: true,
      tsdb: { outOfOrderTimeWindow: "30m" },
    });
  });

  it("names cluster and environment on everything that leaves Prometheus", () => {
    expect(valueAt(prometheusSpec(environment), "externalLabels")).toEqual({
      cluster: environment.cluster.name,
      environment: environment.name,
    });
  });

  it("leaves definitions and Grafana to releases of their own, but not Grafana's dashboards", () => {
    expect(stackValues(environment)).toMatchObject({
      crds: { enabled: false },
      grafana: { enabled: false, forceDeployDashboards: true },
    });
  });

  it.each(["prometheus", "alertmanager"])(
    "exposes only the health of %s outside",
    (part) => {
      const host = `${part}.${environment.domain}`;
      expect(valueAt(stackValues(environment), part, "ingress")).toEqual({
        enabled: true,
        ingressClassName: "nginx",
        annotations: {
          "cert-manager.io/cluster-issuer": environment.ingress.clusterIssuer,
        },
        hosts: [host],
        paths: ["/-/healthy"],
        pathType: "Exact",
        tls: [{ secretName: `${part}-health-tls`, hosts: [host] }],
      });
    },
  );

  it("has an external URL that people can open, and that does not change where it listens", () => {
    const grafana = `https://grafana.${environment.domain}`;
    const prometheus = String(
      valueAt(prometheusSpec(environment), "externalUrl"),
    );
    expect(prometheus).toBe(`${grafana}?prometheus=`);
    expect(new URL(prometheus).pathname).toBe("/");
    expect(valueAt(alertmanagerSpec(environment), "externalUrl")).toBe(
      `${grafana}/alerting/groups?alertmanager=Alertmanager`,
    );
  });

  it.each(["kubeControllerManager", "kubeEtcd", "kubeProxy", "kubeScheduler"])(
    "does not look for %s, which a managed cluster hides",
    (component) => {
      expect(valueAt(stackValues(environment), component)).toEqual({
        enabled: false,
      });
    },
  );

  it("switches off the rules of what is hidden", () => {
    expect(valueAt(stackValues(environment), "defaultRules", "rules")).toEqual({
      etcd: false,
      kubeControllerManager: false,
      kubeProxy: false,
      kubeSchedulerAlerting: false,
      kubeSchedulerRecording: false,
      windows: false,
    });
  });

  it("reads no Alertmanager configuration but its own, and no template but its own", () => {
    const values = stackValues(environment);
    expect(
      valueAt(alertmanagerSpec(environment), "alertmanagerConfigSelector"),
    ).toEqual({
      matchExpressions: ["Exists", "DoesNotExist"].map((operator) => ({
        key: "monitoring-stack/never",
        operator,
      })),
    });
    expect(valueAt(values, "alertmanager", "config", "templates")).toEqual([
      "/etc/alertmanager/config/*.tmpl",
    ]);
    expect(
      Object.keys(valueAt(values, "alertmanager", "templateFiles") ?? {}),
    ).toEqual(["monitoring-stack.tmpl"]);
    expect(valueAt(values, "alertmanager", "config", "route", "receiver")).toBe(
      "default",
    );
  });

  it("puts node-exporter, which must see the host, into a namespace of its own", () => {
    const exporter = valueAt(
      stackValues(environment),
      "prometheus-node-exporter",
    );
    expect(exporter).toMatchObject({
      namespaceOverride: "monitoring-nodes",
      containerSecurityContext: { allowPrivilegeEscalation: false },
    });
  });

  it("can be upgraded while the webhook that checks rules does not answer", () => {
    expect(
      valueAt(
        stackValues(environment),
        "prometheusOperator",
        "admissionWebhooks",
        "failurePolicy",
      ),
    ).toBe("Ignore");
  });
});

it.each([
  ["staging", staging, "100Gi", "87040MiB"],
  ["production", production, "500Gi", "435200MiB"],
])(
  "keeps data in 85 % of %s's volume",
  (_, environment, volume, retentionSize) => {
    expect(prometheusSpec(environment)).toMatchObject({
      retentionSize,
      storageSpec: {
        volumeClaimTemplate: {
          spec: { resources: { requests: { storage: volume } } },
        },
      },
    });
  },
);

it("limits Prometheus to the memory that the environment allows, else to what it asks for", () => {
  const limit = (memoryLimit?: Bytes): unknown => {
    const prometheus = {
      ...production.prometheus,
      resources: {
        cpu: 1,
        memory: gibibytes(2),
        ...(memoryLimit === undefined ? {} : { memoryLimit }),
      },
    };
    const spec = prometheusSpec({ ...production, prometheus });
    return valueAt(spec, "resources", "limits", "memory");
  };
  expect(limit()).toBe("2Gi");
  expect(limit(gibibytes(5))).toBe("5Gi");
});

it("names a cluster whose name Helm would take for a template", () => {
  const cluster = { ...production.cluster, name: "a {{ b }}" };
  expect(
    valueAt(
      prometheusSpec({ ...production, cluster }),
      "externalLabels",
      "cluster",
    ),
  ).toBe("a {{`{{`}} b }}");
});

it("asks for a class of volumes only when the environment names one", () => {
  const claim = (storageClass?: string): unknown => {
    const { volume } = production.prometheus;
    const prometheus = {
      ...production.prometheus,
      volume: {
        ...volume,
        ...(storageClass === undefined ? {} : { storageClass }),
      },
    };
    return valueAt(
      prometheusSpec({ ...production, prometheus }),
      "storageSpec",
      "volumeClaimTemplate",
      "spec",
      "storageClassName",
    );
  };
  expect(claim()).toBeUndefined();
  expect(claim("fast")).toBe("fast");
});

it("switches off the chart's alerts that ours replace, each once, and never the heartbeat", () => {
  expect(
    valueAt(
      stackValues(production, ["Watchdog", "TargetDown", "A", "TargetDown"]),
      "defaultRules",
      "disabled",
    ),
  ).toEqual({ TargetDown: true });
});

it("has the members of a cluster exchange their state several times before the next one sends", () => {
  const { peerTimeout, pushPullInterval } = ALERTMANAGER_CLUSTER;
  expect(peerTimeout.seconds / pushPullInterval.seconds).toBeGreaterThan(3);
  expect(alertmanagerSpec(production)).toMatchObject({
    clusterPeerTimeout: "15s",
    clusterPushpullInterval: "3s",
  });
});

describe.each(["prometheus", "alertmanager"] as const)("%s", (component) => {
  const spec = component === "prometheus" ? prometheusSpec : alertmanagerSpec;

  it("keeps one pod through a disruption and replicas on different machines and zones in production", () => {
    expect(
      valueAt(stackValues(production), component, "podDisruptionBudget"),
    ).toEqual({ enabled: true, minAvailable: 1 });
    expect(spec(production)).toMatchObject({
      replicas: production[component].replicas,
      podAntiAffinity: "hard",
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: "topology.kubernetes.io/zone",
          whenUnsatisfiable: "ScheduleAnyway",
          labelSelector: {
            matchLabels: { "app.kubernetes.io/name": component },
          },
        },
      ],
    });
  });

  it("holds no machine back and spreads nothing in staging, which has one replica", () => {
    expect(
      valueAt(
        stackValues(staging),
        component,
        "podDisruptionBudget",
        "enabled",
      ),
    ).toBe(false);
    expect(spec(staging)).toMatchObject({
      replicas: 1,
      podAntiAffinity: "soft",
      topologySpreadConstraints: [],
    });
  });
});

it("sends blocks to the archive where there is one", () => {
  expect(valueAt(prometheusSpec(staging), "thanos")).toBeUndefined();
  expect(
    valueAt(prometheusSpec(production), "thanos", "objectStorageConfig"),
  ).toEqual({
    existingSecret: { name: "thanos-object-storage", key: "objstore.yml" },
  });
});

it.each([
  [
    "production",
    production,
    [
      "alertmanager-heartbeat",
      "alertmanager-pagerduty",
      "alertmanager-slack",
      "smtp",
    ],
  ],
  ["staging", staging, ["alertmanager-heartbeat", "alertmanager-slack"]],
])(
  "mounts the Secrets that %s's Alertmanager reads",
  (_, environment, names) => {
    expect(valueAt(alertmanagerSpec(environment), "secrets")).toEqual(names);
  },
);

it("mounts every file that a receiver names", () => {
  for (const environment of ENVIRONMENTS) {
    const values = stackValues(environment);
    const config = JSON.stringify(valueAt(values, "alertmanager", "config"));
    const read = [
      ...config.matchAll(/\/etc\/alertmanager\/secrets\/([^/"]+)\//g),
    ].map(([, name]) => name);
    expect([...new Set(read)].sort()).toEqual(
      valueAt(alertmanagerSpec(environment), "secrets"),
    );
  }
});

it("differs between staging and production only in these", () => {
  expect(differingPaths(stackValues(staging), stackValues(production))).toEqual(
    [
      "alertmanager/alertmanagerSpec/externalUrl",
      "alertmanager/alertmanagerSpec/podAntiAffinity",
      "alertmanager/alertmanagerSpec/replicas",
      "alertmanager/alertmanagerSpec/resources/limits/memory",
      "alertmanager/alertmanagerSpec/resources/requests/cpu",
      "alertmanager/alertmanagerSpec/resources/requests/memory",
      "alertmanager/alertmanagerSpec/secrets",
      "alertmanager/alertmanagerSpec/storage/volumeClaimTemplate/spec/resources/requests/storage",
      "alertmanager/alertmanagerSpec/topologySpreadConstraints",
      "alertmanager/config/global/smtp_auth_password_file",
      "alertmanager/config/global/smtp_auth_username",
      "alertmanager/config/global/smtp_from",
      "alertmanager/config/global/smtp_require_tls",
      "alertmanager/config/global/smtp_smarthost",
      "alertmanager/config/receivers",
      "alertmanager/config/route/routes",
      "alertmanager/ingress/annotations/cert-manager.io/cluster-issuer",
      "alertmanager/ingress/hosts",
      "alertmanager/ingress/tls",
      "alertmanager/podDisruptionBudget/enabled",
      "alertmanager/templateFiles/monitoring-stack.tmpl",
      "prometheus/ingress/annotations/cert-manager.io/cluster-issuer",
      "prometheus/ingress/hosts",
      "prometheus/ingress/tls",
      "prometheus/podDisruptionBudget/enabled",
      "prometheus/prometheusSpec/externalLabels/cluster",
      "prometheus/prometheusSpec/externalLabels/environment",
      "prometheus/prometheusSpec/externalUrl",
      "prometheus/prometheusSpec/podAntiAffinity",
      "prometheus/prometheusSpec/replicas",
      "prometheus/prometheusSpec/resources/limits/memory",
      "prometheus/prometheusSpec/resources/requests/cpu",
      "prometheus/prometheusSpec/resources/requests/memory",
      "prometheus/prometheusSpec/retention",
      "prometheus/prometheusSpec/retentionSize",
      "prometheus/prometheusSpec/storageSpec/volumeClaimTemplate/spec/resources/requests/storage",
      "prometheus/prometheusSpec/thanos",
      "prometheus/prometheusSpec/topologySpreadConstraints",
      "prometheus/service/sessionAffinity",
    ],
  );
});
