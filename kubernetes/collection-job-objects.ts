import { mebibytes } from "../model/bytes";
import type { CollectionJob } from "../model/collection-job";
import type { EnvironmentConfig } from "../model/environment";
import type { KubernetesObject } from "../model/kubernetes-object";
import type { Service } from "../model/service";
import { containerResources } from "../helm/parts/container-resources";
import { components } from "./network/components";
import { PUSHGATEWAY } from "../helm/pushgateway/chart";
import { tcp, tcpAndUdp } from "./network/flow";
import { others } from "./network/others";
import { peers } from "./network/network-policies";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../helm/parts/security-contexts";
import { collectionImage } from "../model/collection-image";
import { serviceUrls } from "../helm/parts/service-urls";
import type { Values } from "../helm/parts/values";

/** User `nobody`: the program needs no user of its own. */
const USER = 65534;
const WORK = "/work";
const DNS = tcpAndUdp(53);

/** Objects that the owner of a namespace may apply, as `kubectl apply -f` takes them. */
export interface CollectionJobObjects {
  readonly apiVersion: "v1";
  readonly kind: "List";
  readonly items: readonly KubernetesObject[];
}

/**
 * The collection runs of a system: a CronJob each, and a policy that allows its pods DNS and the
 * Pushgateway and no ingress. Their output goes to stdout, and so to Loki.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export const collectionJobObjects = (
  service: Service,
  environment: EnvironmentConfig,
): CollectionJobObjects => ({
  apiVersion: "v1",
  kind: "List",
  items: (service.collectionJobs ?? []).flatMap((job) => [
    cronJob(job, service, environment),
    policy(job, service, environment),
  ]),
});

const labelsOf = (
  job: CollectionJob,
  { key }: Service,
): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/part-of": key,
  app: job.name,
});

const cronJob = (
  job: CollectionJob,
  service: Service,
  environment: EnvironmentConfig,
): KubernetesObject => ({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: {
    name: job.name,
    namespace: service.namespace,
    labels: labelsOf(job, service),
  },
  spec: {
    schedule: job.schedule,
    timeZone: "Etc/UTC",
    // Two runs at once would overwrite each other's metrics.
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 60,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        // The next run comes soon and evaluates everything again.
        backoffLimit: 0,
        activeDeadlineSeconds: job.deadline.seconds,
        template: {
          metadata: { labels: labelsOf(job, service) },
          spec: {
            automountServiceAccountToken: false,
            restartPolicy: "Never",
            securityContext: { ...restrictedPod(USER), fsGroup: USER },
            volumes: [{ name: "work", emptyDir: { sizeLimit: "1Gi" } }],
            containers: [container(job, service, environment)],
          },
        },
      },
    },
  },
});

/**
 * The job sets the label `system` itself: the Pushgateway is scraped for all systems and keeps
 * pushed labels.
 */
const container = (
  job: CollectionJob,
  { key }: Service,
  environment: EnvironmentConfig,
): Values => ({
  name: "collect",
  image: collectionImage(environment, key),
  command: job.command,
  env: [
    { name: "HOME", value: WORK },
    { name: "TMPDIR", value: WORK },
    {
      name: "PUSHGATEWAY_URL",
      value: `${serviceUrls(environment).pushgateway}/metrics/job/${job.name}/system/${key}`,
    },
  ],
  resources: containerResources({ cpu: 0.2, memory: mebibytes(512) }),
  securityContext: RESTRICTED_CONTAINER,
  volumeMounts: [{ name: "work", mountPath: WORK }],
});

function policy(
  job: CollectionJob,
  service: Service,
  environment: EnvironmentConfig,
): KubernetesObject {
  const { dns, dnsCache } = others(environment);
  const { pushgateway } = components(environment);
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: {
      name: job.name,
      namespace: service.namespace,
      labels: labelsOf(job, service),
    },
    spec: {
      podSelector: { matchLabels: { app: job.name } },
      policyTypes: ["Ingress", "Egress"],
      ingress: [],
      egress: [
        { to: [...peers(dns), ...peers(dnsCache)], ports: DNS },
        { to: peers(pushgateway), ports: tcp(PUSHGATEWAY.ports.http) },
      ],
    },
  };
}
