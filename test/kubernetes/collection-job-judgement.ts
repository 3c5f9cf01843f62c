import { collectionJobObjects } from "../../kubernetes/collection-job-objects";
import { networkPolicies } from "../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../model/environment";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import { containersOf, podsOf } from "../support/rendered-charts";
import type { Container, RenderedPod } from "../support/rendered-charts";
import { isAllowed } from "./network/evaluate";
import type { End } from "./network/evaluate";
import { pod } from "./network/network-ends";
import type { NetworkEnds } from "./network/network-ends";

/** Names of the metrics that a system pushes. */
export const pushedMetrics = ({ metrics }: Service): readonly string[] =>
  Object.entries(metrics)
    .filter(([, { source }]) => source === "push")
    .map(([name]) => name);

/** Where a container pushes what it collects. */
export const pushUrlOf = (container: Container): string | undefined =>
  (
    (container["env"] ?? []) as readonly {
      readonly name: string;
      readonly value: string;
    }[]
  ).find(({ name }) => name === "PUSHGATEWAY_URL")?.value;

/** Labels of the lines in the firing cases of the alerts on the logs of a pod. */
const provedLabels = (service: Service, app: string | undefined) =>
  (service.logAlerts ?? [])
    .flatMap(({ proof }) => proof.fires)
    .flatMap(({ streams }) => streams)
    .map(({ labels }) => labels)
    .filter((labels) => labels["app"] === app);

/** Labels in cases that the job's lines do not have. */
const lineFaults = (
  service: Service,
  { namespace, labels, ...rest }: RenderedPod,
): readonly string[] => {
  const [container] = containersOf(rest);
  return provedLabels(service, labels["app"])
    .filter(
      (proved) =>
        proved["namespace"] !== namespace ||
        proved["container"] !== container?.name,
    )
    .map(
      (proved) =>
        `a case has lines that no pod writes: ${JSON.stringify(proved)}`,
    );
};

/** Connections of a job that are not as they must be: to the Pushgateway and DNS alone. */
function connectionFaults(
  policies: readonly KubernetesObject[],
  own: End,
  { endsOf }: NetworkEnds,
): readonly string[] {
  const lets = (name: string, port: number, protocol?: string): boolean =>
    endsOf(name).every((end) => isAllowed(policies, own, end, port, protocol));
  return [
    ...(lets("pushgateway", 9091) ? [] : ["the Pushgateway is refused"]),
    ...(lets("cluster-dns", 53, "UDP") ? [] : ["the cluster's DNS is refused"]),
    ...(lets("internet", 443) ? ["the internet is allowed"] : []),
    ...(lets("api-server", 443) ? ["the API server is allowed"] : []),
  ];
}

/**
 * What is wrong with the collection jobs of a system: what is pushed under another name, lines that
 * no alert on logs finds, connections.
 */
export function collectionJobFaults(
  service: Service,
  environment: EnvironmentConfig,
  services: readonly Service[],
  network: NetworkEnds,
): readonly string[] {
  const made = collectionJobObjects(service, environment).items;
  const policies = [...networkPolicies(environment, services), ...made].filter(
    (object): object is KubernetesObject => object.kind === "NetworkPolicy",
  );
  return podsOf(made).flatMap((own) => {
    const url = containersOf(own).map(pushUrlOf).join(" ");
    const path = `/metrics/job/${own.workload}/system/${service.key}`;
    return [
      // What is pushed has only these labels: no alert finds samples without their system.
      ...(url.endsWith(`:9091${path}`)
        ? []
        : [`pushes to ${url}, not ${path}`]),
      ...lineFaults(service, own),
      ...connectionFaults(policies, pod(own.namespace, own.labels), network),
    ].map((fault) => `${own.workload}: ${fault}`);
  });
}
