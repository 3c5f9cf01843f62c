import { services } from "../../support/declared";
import type { End } from "./evaluate";
import { allPods, comparePods } from "./pods";
import type { PodFacts } from "./pods";

/** What the charts make, and what was kept of it. Compared first, since that may write the file. */
export const { kept, now } = comparePods();
export const pods = allPods();

/**
 * The pods that a component stands for, by the names of the workloads that the charts render; not
 * by its own labels.
 */
export const WORKLOADS: Readonly<Record<string, readonly string[]>> = {
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
  ...Object.fromEntries(
    services.flatMap(({ exporters }) =>
      exporters.map(({ name }) => [name, [name]] as const),
    ),
  ),
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
/** Every pod of a component. */
export const ends = (component: string): readonly End[] => {
  const own = WORKLOADS[component] ?? [];
  const found = pods.filter(({ workload }) => own.includes(workload));
  if (found.length === 0) throw new Error(`no pod is ${component}`);
  return found.map(endOf);
};

/** Ends that are no components, by name, as in production. */
const OTHERS: Readonly<Record<string, End>> = {
  "cluster-dns": pod("kube-system", { "k8s-app": "kube-dns" }),
  "node-local-dns": { kind: "address", address: "169.254.20.10" },
  "api-server": { kind: "address", address: "10.0.16.5" },
  nodes: { kind: "address", address: "10.0.3.9" },
  internet: { kind: "address", address: "203.0.113.7" },
  "ingress-controller": pod("ingress-nginx", {
    "app.kubernetes.io/name": "ingress-nginx",
  }),
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
  databases: pod("databases", { app: "postgres" }),
  "certificate-solver": pod("monitoring", {
    "acme.cert-manager.io/http01-solver": "true",
  }),
};

/** Everybody of that name, components and others. */
export const endsOf = (name: string): readonly End[] => {
  const other = OTHERS[name];
  return other === undefined ? ends(name) : [other];
};
