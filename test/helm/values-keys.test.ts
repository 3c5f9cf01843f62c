import { production } from "../support/organisation/environments";
import { deployedCharts } from "../../helm/deployed-charts";
import { ALLOY_LOGS } from "../../helm/alloy/chart";
import { BLACKBOX_EXPORTER } from "../../helm/blackbox-exporter/chart";
import { GRAFANA } from "../../helm/grafana/chart";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { LOKI } from "../../helm/loki/chart";
import { POSTGRES_EXPORTER } from "../../helm/postgres-exporter/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import { PUSHGATEWAY } from "../../helm/pushgateway/chart";
import { REDIS_EXPORTER } from "../../helm/redis-exporter/chart";
import {
  TEMPO,
  TEMPO_DISTRIBUTED,
  TEMPO_DISTRIBUTED_KAFKA,
} from "../../helm/tempo/chart";
import { distributedLogs, mimir, productionWith } from "../support/scaled";
import {
  ENVIRONMENTS,
  chartDefaults,
  chartKey,
  stackValues,
  valuesOfCharts,
} from "./chart-values";
import { mergeValues, unknownKeys } from "./unknown-keys";
import type { Exceptions, PlainMap } from "./unknown-keys";

const KUBERNETES = {
  resources: "requests and limits of a container",
  securityContext: "of a pod or of a container",
  podSecurityContext: "of a pod",
  containerSecurityContext: "of a container",
};

const NAME_OF_EVERYTHING =
  "read by the template that names everything (_helpers.tpl)";
const ROLE_OF_BUCKET = {
  "serviceAccount/annotations": "names of annotations",
};
const BUCKET =
  "read by the template of the configuration (values.yaml, config)";
const PROCESSORS = "Tempo's own limits of a tenant";

const MONITOR = "read by the template of the monitor (servicemonitor.yaml)";

const NAMESPACES = Object.fromEntries(
  ["serviceMonitor", "podMonitor", "probe", "rule", "scrapeConfig"].map(
    (kind) => [
      `prometheus/prometheusSpec/${kind}NamespaceSelector`,
      "a label selector",
    ],
  ),
);

const POD_OF_LOKI = "read by the template of every pod (_pod.tpl)";

const EXCEPTIONS: Readonly<Record<string, Partial<Exceptions>>> = {
  [PROMETHEUS_OPERATOR_CRDS.chart]: {
    passedOn: { "crds/annotations": "annotations of every definition" },
  },
  [KUBE_PROMETHEUS_STACK.chart]: {
    passedOn: {
      "grafana/sidecar/dashboards/annotations":
        "annotations of every ConfigMap with a dashboard",
      "defaultRules/disabled": "names of alerts",
      "alertmanager/config": "Alertmanager's own configuration",
      "alertmanager/templateFiles": "names of files",
      "alertmanager/alertmanagerSpec/alertmanagerConfigSelector":
        "a label selector",
      "alertmanager/alertmanagerSpec/storage": "the operator's StorageSpec",
      "prometheus/prometheusSpec/storageSpec": "the operator's StorageSpec",
      "prometheus/prometheusSpec/externalLabels": "names of labels",
      "prometheus/prometheusSpec/thanos": "the operator's ThanosSpec",
      ...NAMESPACES,
      "alertmanager/ingress/annotations": "names of annotations",
      "prometheus/ingress/annotations": "names of annotations",
    },
    commentedOut: {
      "alertmanager/ingress/pathType":
        "read by the template alertmanager/ingress.yaml",
      "prometheus/ingress/pathType":
        "read by the template prometheus/ingress.yaml",
    },
  },
  [GRAFANA.chart]: {
    passedOn: {
      envValueFrom: "names of variables",
      "serviceMonitor/basicAuth": "the operator's BasicAuth",
      "grafana.ini": "sections of Grafana's own configuration",
      podDisruptionBudget: "a PodDisruptionBudgetSpec",
      "ingress/annotations": "names of annotations",
      alerting: "files of Grafana's own provisioning",
    },
    commentedOut: {
      fullnameOverride: NAME_OF_EVERYTHING,
      "ingress/ingressClassName": "read by the template ingress.yaml",
      priorityClassName: "read by the template of the pod (_pod.tpl)",
      "rbac/useExistingRole": "read by the template rolebinding.yaml",
      "serviceMonitor/interval": MONITOR,
      "persistence/storageClassName": "read by the template pvc.yaml",
    },
  },
  [LOKI.chart]: {
    passedOn: {
      ...ROLE_OF_BUCKET,
      "loki/analytics": "Loki's own configuration",
      "loki/compactor": "Loki's own configuration",
      "loki/limits_config": "Loki's own configuration",
      "loki/rulerConfig": "Loki's own configuration",
      "loki/schemaConfig": "Loki's own configuration",
    },
    commentedOut: {
      "ruler/automountServiceAccountToken": POD_OF_LOKI,
      "singleBinary/automountServiceAccountToken": POD_OF_LOKI,
      "loki/storage/bucketNames": "read by the template _helpers.tpl",
      "loki/storage/s3/sse": "read by the template _helpers.tpl",
      "rbac/useExistingRole":
        "read by the template backend/clusterrolebinding.yaml",
    },
  },
  [TEMPO.chart]: {
    passedOn: {
      ...ROLE_OF_BUCKET,
      "tempo/metricsGenerator/processor": "Tempo's own configuration",
      "tempo/queryFrontend": "Tempo's own configuration",
      "tempo/overrides/defaults": PROCESSORS,
    },
    commentedOut: {
      "tempo/storage/trace/s3": BUCKET,
      "persistence/storageClassName":
        "read by the template of the StatefulSet (statefulset.yaml)",
    },
  },
  [chartKey(TEMPO_DISTRIBUTED)]: {
    passedOn: {
      ...ROLE_OF_BUCKET,
      "overrides/defaults": PROCESSORS,
      "metricsGenerator/config/processor": "Tempo's own configuration",
      "metricsGenerator/walEmptyDir": "an EmptyDirVolumeSource",
    },
    commentedOut: {
      "storage/trace/s3": BUCKET,
      "ingester/maxUnavailable":
        "read by the template ingester/poddisruptionbudget-ingester.yaml",
    },
  },
  [chartKey(TEMPO_DISTRIBUTED_KAFKA)]: {
    passedOn: {
      ...ROLE_OF_BUCKET,
      "overrides/defaults": PROCESSORS,
      "tempo/structuredConfig": "Tempo's own configuration",
    },
    commentedOut: {
      "storage/trace/s3": BUCKET,
      "backendWorker/podDisruptionBudget":
        "read by the template backend-worker/poddisruptionbudget-backend-worker.yaml",
      "backendWorker/maxUnavailable":
        "read by the template backend-worker/poddisruptionbudget-backend-worker.yaml",
    },
  },
  [BLACKBOX_EXPORTER.chart]: {
    passedOn: {
      "config/modules": "the exporter's own configuration",
      podDisruptionBudget: "a PodDisruptionBudgetSpec",
    },
    commentedOut: {
      fullnameOverride: NAME_OF_EVERYTHING,
      "serviceMonitor/selfMonitor/port":
        "read by the template selfservicemonitor.yaml",
    },
  },
  [PUSHGATEWAY.chart]: {
    commentedOut: {
      "persistentVolume/storageClass":
        "read by the template pushgateway-pvc.yaml",
    },
  },
  [ALLOY_LOGS.chart]: {
    passedOn: { "controller/updateStrategy": "a DaemonSetUpdateStrategy" },
  },
  [REDIS_EXPORTER.chart]: {
    commentedOut: {
      fullnameOverride: NAME_OF_EVERYTHING,
      "serviceMonitor/interval": MONITOR,
      "serviceMonitor/relabelings": MONITOR,
    },
  },
  [POSTGRES_EXPORTER.chart]: {
    passedOn: {
      "config/datasource/passwordSecret": "name and key of a Secret",
    },
    commentedOut: {
      fullnameOverride: NAME_OF_EVERYTHING,
      "serviceMonitor/interval": MONITOR,
      "serviceMonitor/relabelings": MONITOR,
    },
  },
};

const exceptionsOf = (chart: string): Exceptions => ({
  kubernetes: KUBERNETES,
  passedOn: {},
  commentedOut: {},
  ...EXCEPTIONS[chart],
});

/** An environment that uses what neither of ours does. */
const volume = { ...production.prometheus.volume, storageClass: "fast" };
const classed = {
  ...production,
  prometheus: { ...production.prometheus, volume },
  grafana: {
    ...production.grafana,
    state: {
      kind: "volume" as const,
      volume,
    },
  },
};
const scaled = productionWith({ logs: distributedLogs, metrics: mimir });
const environments = [...ENVIRONMENTS, classed, scaled];

/**
 * Runs a check on a chart's values file; where that is absent, what is missing has been said aloud.
 */
function withDefaults(
  chart: string,
  check: (defaults: PlainMap) => void,
): void {
  const defaults = chartDefaults(chart);
  if (defaults !== undefined) check(defaults);
}

describe.each([
  ...new Set(deployedCharts.flatMap(({ charts }) => charts).map(chartKey)),
])("%s", (chart) => {
  it("is given no key that it does not read", () => {
    withDefaults(chart, (defaults) => {
      expect(
        environments.flatMap((environment) =>
          unknownKeys(
            valuesOfCharts(environment)[chart] ?? { "no values": true },
            defaults,
            exceptionsOf(chart),
          ),
        ),
      ).toEqual([]);
    });
  });

  it("needs every exception that is made for it", () => {
    withDefaults(chart, (defaults) => {
      const exceptions = exceptionsOf(chart);
      const used = new Set<string>();
      for (const environment of environments) {
        const values = valuesOfCharts(environment)[chart] ?? {};
        unknownKeys(values, defaults, exceptions, used);
      }
      expect([...used].sort()).toEqual(
        [
          ...Object.keys(exceptions.passedOn),
          ...Object.keys(exceptions.commentedOut),
        ].sort(),
      );
    });
  });
});

const { chart: stack } = KUBE_PROMETHEUS_STACK;

it.each([
  [
    "a selector",
    { prometheus: { prometheusSpec: { serviceMonitorSelectr: {} } } },
    "prometheus/prometheusSpec/serviceMonitorSelectr",
  ],
  [
    "a group of rules",
    { defaultRules: { rules: { kubeScheduler: false } } },
    "defaultRules/rules/kubeScheduler",
  ],
  [
    "a key of a subchart",
    { "prometheus-node-exporter": { namespaceOverrid: "x" } },
    "prometheus-node-exporter/namespaceOverrid",
  ],
  ["a component", { kubeSchedular: { enabled: false } }, "kubeSchedular"],
])("finds %s that is misspelt", (_, misspelt, path) => {
  withDefaults(stack, (defaults) => {
    expect(
      unknownKeys(
        mergeValues(stackValues(production), misspelt),
        defaults,
        exceptionsOf(stack),
      ),
    ).toEqual([path]);
  });
});

it("distinguishes a key of the chart from one that every object has", () => {
  expect(unknownKeys({ toString: 1 }, {}, { ...exceptionsOf(stack) })).toEqual([
    "toString",
  ]);
});
