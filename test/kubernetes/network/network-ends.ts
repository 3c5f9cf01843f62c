import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import type { End } from "./evaluate";
import { podsOfOrganisation } from "./kept-pods";
import type { PodFacts } from "./kept-pods";

/**
 * The pods that a component of the platform stands for, by the names of the workloads that the
 * charts render; not by its own labels.
 */
const PLATFORM: Readonly<Record<string, readonly string[]>> = {
  prometheus: ["prometheus-kps-prometheus"],
  alertmanager: ["alertmanager-kps-alertmanager"],
  "prometheus-operator": ["kps-operator"],
  "admission-jobs": ["kps-admission-create", "kps-admission-patch"],
  "kube-state-metrics": ["kps-kube-state-metrics"],
  grafana: ["grafana"],
  "blackbox-exporter": ["blackbox-exporter"],
  pushgateway: ["pushgateway"],
  loki: [
    "loki",
    "loki-compactor",
    "loki-distributor",
    "loki-index-gateway",
    "loki-ingester",
    "loki-querier",
    "loki-query-frontend",
    "loki-query-scheduler",
    "loki-ruler",
  ],
  "loki-gateway": ["loki-gateway"],
  "loki-chunks-cache": ["loki-chunks-cache"],
  "loki-results-cache": ["loki-results-cache"],
  tempo: [
    "tempo",
    "tempo-backend-scheduler",
    "tempo-backend-worker",
    "tempo-block-builder",
    "tempo-live-store",
    "tempo-compactor",
    "tempo-distributor",
    "tempo-ingester",
    "tempo-metrics-generator",
    "tempo-querier",
    "tempo-query-frontend",
  ],
  "tempo-cache": ["tempo-memcached"],
  "alloy-logs": ["alloy-logs"],
  "alloy-gateway": ["alloy"],
  "backup-grafana": ["backup-grafana"],
  "backup-silences": ["backup-silences"],
  "backup-bucket-versions": ["backup-bucket-versions"],
  "report-weekly": ["report-weekly"],
  "report-monthly": ["report-monthly"],
  "report-quality": ["report-quality"],
};

/** On the network of its node, where no policy applies. */
export const ON_THE_HOST = "kps-prometheus-node-exporter";

const POD_ADDRESS = "100.64.3.4";
/** A pod of these labels. */
export const pod = (
  namespace: string,
  labels: Readonly<Record<string, string>>,
): End => ({ kind: "pod", namespace, labels, address: POD_ADDRESS });

/** A pod that the charts make. */
export const endOf = ({ namespace, labels }: PodFacts): End =>
  pod(namespace, labels);

/** Ends that no organisation declares, by name, as in production. */
const OTHERS: Readonly<Record<string, End>> = {
  "cluster-dns": pod("kube-system", { "k8s-app": "kube-dns" }),
  "node-local-dns": { kind: "address", address: "169.254.20.10" },
  "api-server": { kind: "address", address: "10.0.16.5" },
  nodes: { kind: "address", address: "10.0.3.9" },
  internet: { kind: "address", address: "203.0.113.7" },
  "ingress-controller": pod("ingress-nginx", {
    "app.kubernetes.io/name": "ingress-nginx",
  }),
  databases: pod("databases", { app: "postgres" }),
  "certificate-solver": pod("monitoring", {
    "acme.cert-manager.io/http01-solver": "true",
  }),
};

/** Who talks to whom in the clusters of an organisation. */
export interface NetworkEnds {
  readonly pods: readonly PodFacts[];
  /** Workloads of each component. */
  readonly workloads: Readonly<Record<string, readonly string[]>>;
  /** Everybody of that name: the pods of a component, or another end. */
  readonly endsOf: (name: string) => readonly End[];
}

/** The ends of an organisation's flows, as in its production. */
export function networkEnds(
  production: EnvironmentConfig,
  services: readonly Service[],
): NetworkEnds {
  const pods = podsOfOrganisation(production, services);
  const workloads = {
    ...PLATFORM,
    ...Object.fromEntries(
      services.flatMap(({ exporters }) =>
        exporters.map(({ name }) => [name, [name]] as const),
      ),
    ),
  };
  const others: Readonly<Record<string, End>> = {
    ...OTHERS,
    ...Object.fromEntries(
      services
        .filter(({ key }) => key !== "platform")
        .flatMap(({ key, namespace, targets }) =>
          targets
            .slice(0, 1)
            .map(({ podLabels, matchLabels }) => [
              key,
              pod(namespace, podLabels ?? matchLabels),
            ]),
        ),
    ),
  };
  return {
    pods,
    workloads,
    endsOf: (name) => {
      const other = others[name];
      if (other !== undefined) return [other];
      const own = workloads[name] ?? [];
      const found = pods.filter(({ workload }) => own.includes(workload));
      if (found.length === 0) throw new Error(`no pod is ${name}`);
      return found.map(endOf);
    },
  };
}
