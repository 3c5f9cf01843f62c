import { production, staging } from "../support/organisation/environments";
import { collectionJobObjects } from "../../kubernetes/collection-job-objects";
import { networkPolicies } from "../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../model/environment";
import type { KubernetesObject } from "../../model/kubernetes-object";
import { depot, services } from "../support/organisation/services";
import { moving, unlimited, unrestricted } from "../support/pod-security";
import { containersOf, podsOf } from "../support/rendered-charts";
import type { RenderedPod } from "../support/rendered-charts";
import { goodService } from "../support/services";
import {
  collectionJobFaults,
  pushedMetrics,
  pushUrlOf,
} from "./collection-job-judgement";
import { endsOf, network, pod } from "./network/ends";
import { isAllowed } from "./network/evaluate";

const objectsIn = (
  environment: EnvironmentConfig,
): readonly KubernetesObject[] =>
  collectionJobObjects(depot, environment).items;

const made = objectsIn(production);
const [job, policy] = made;
if (job === undefined || policy === undefined) throw new Error("no job");

const podIn = (environment: EnvironmentConfig): RenderedPod => {
  const [found, ...more] = podsOf(objectsIn(environment));
  if (found === undefined || more.length > 0) throw new Error("not one pod");
  return found;
};
const collector = podIn(production);
const [container] = containersOf(collector);
if (container === undefined) throw new Error("the pod runs nothing");

it("makes nothing for a system that collects nothing", () => {
  expect(collectionJobObjects(goodService, production).items).toEqual([]);
});

it("makes a job with its policy, in the namespace of the application", () => {
  const whoseAndWhere = made.map(({ apiVersion, kind, metadata }) => [
    `${apiVersion} ${kind}`,
    `${metadata.namespace}/${metadata.name}`,
  ]);
  expect(whoseAndWhere).toEqual([
    ["batch/v1 CronJob", "yard/count-shelves"],
    ["networking.k8s.io/v1 NetworkPolicy", "yard/count-shelves"],
  ]);
});

it("runs every five minutes, never twice at once, and ends a run before the next", () => {
  expect(job.spec).toMatchObject({
    schedule: "*/5 * * * *",
    timeZone: "Etc/UTC",
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 60,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: 240,
        template: { spec: { restartPolicy: "Never" } },
      },
    },
  });
});

it.each([
  ["production", production],
  ["staging", staging],
])("is a pod that Pod Security `restricted` takes, in %s", (_, environment) => {
  const own = podIn(environment);
  expect(unrestricted(own)).toEqual([]);
  expect(moving(own)).toEqual([]);
  expect(own.spec["automountServiceAccountToken"]).toBe(false);
});

it("asks for what it needs and is held to its memory", () => {
  expect(unlimited(collector)).toEqual([]);
  expect(container.resources).toEqual({
    requests: { cpu: "200m", memory: "512Mi" },
    limits: { memory: "512Mi" },
  });
});

it("writes only to its own volume, whose path the program gets", () => {
  expect(collector.spec["volumes"]).toEqual([
    { name: "work", emptyDir: { sizeLimit: "1Gi" } },
  ]);
  expect(container["volumeMounts"]).toEqual([
    { name: "work", mountPath: "/work" },
  ]);
  expect(container["env"]).toEqual(
    expect.arrayContaining([
      { name: "HOME", value: "/work" },
      { name: "TMPDIR", value: "/work" },
    ]),
  );
});

it("runs the application's program in the environment's image", () => {
  expect(container).toMatchObject({
    name: "collect",
    command: ["scripts/count.sh"],
    image: "registry.example.com/yard/depot:1.0.0",
  });
  const other = {
    ...production,
    collectionImages: { depot: "registry.example.com/yard/depot:2.0.0" },
  };
  expect(containersOf(podIn(other))[0]?.image).toBe(
    other.collectionImages.depot,
  );
});

it("pushes to the Pushgateway under its own name and that of its system", () => {
  // What is pushed is scraped with the labels that it has: without the system no alert of it would
  // find its samples.
  expect(pushUrlOf(container)).toBe(
    "http://pushgateway.monitoring.svc.cluster.local:9091/metrics/job/count-shelves/system/depot",
  );
  expect(pushedMetrics(depot)).toEqual([
    "depot_last_count_success_timestamp_seconds",
  ]);
});

it("holds no secret: every variable is an address or a folder, and no Secret is copied", () => {
  const values = (
    container["env"] as readonly Readonly<Record<string, unknown>>[]
  ).map(({ name, ...rest }) => [name, Object.keys(rest)]);
  expect(values).toEqual([
    ["HOME", ["value"]],
    ["TMPDIR", ["value"]],
    ["PUSHGATEWAY_URL", ["value"]],
  ]);
  expect(made.map(({ kind }) => kind)).not.toContain("Secret");
  expect(JSON.stringify(made)).not.toMatch(/password|:\/\/[^/"]*@|envFrom/i);
});

it.each([
  ["production", production],
  ["staging", staging],
])(
  "in %s, it pushes for its system, writes lines that alerts find and talks to nobody else",
  (_, environment) => {
    expect(collectionJobFaults(depot, environment, services, network)).toEqual(
      [],
    );
  },
);

it("would be seen to write other lines than an alert looks for", () => {
  const [alert] = depot.logAlerts ?? [];
  if (alert === undefined) throw new Error("the depot has an alert on logs");
  const elsewhere = alert.proof.fires.map((one) => ({
    ...one,
    streams: one.streams.map(({ labels, lines }) => ({
      labels: { ...labels, container: "main" },
      lines,
    })),
  }));
  expect(
    collectionJobFaults(
      {
        ...depot,
        logAlerts: [{ ...alert, proof: { ...alert.proof, fires: elsewhere } }],
      },
      production,
      services,
      network,
    ),
  ).toEqual([expect.stringContaining("lines that no pod writes")]);
});

describe("its policy, with those of the platform", () => {
  const policies = [...networkPolicies(production, services), ...made].filter(
    (object): object is KubernetesObject => object.kind === "NetworkPolicy",
  );
  const own = pod(collector.namespace, collector.labels);
  const one = (name: string) => {
    const [end] = endsOf(name);
    if (end === undefined) throw new Error(`nobody is ${name}`);
    return end;
  };

  it("allows DNS and the Pushgateway", () => {
    expect(isAllowed(policies, own, one("pushgateway"), 9091)).toBe(true);
    expect(isAllowed(policies, own, one("cluster-dns"), 53, "UDP")).toBe(true);
    expect(isAllowed(policies, own, one("node-local-dns"), 53, "UDP")).toBe(
      true,
    );
  });

  it("allows no other egress, and no ingress", () => {
    expect(isAllowed(policies, own, one("internet"), 443)).toBe(false);
    expect(isAllowed(policies, own, one("api-server"), 443)).toBe(false);
    expect(isAllowed(policies, own, one("databases"), 5432)).toBe(false);
    expect(isAllowed(policies, one("prometheus"), own, 9091)).toBe(false);
  });

  it("refuses by what is written: without it the same is let through", () => {
    const others = policies.filter((object) => object !== policy);
    expect(isAllowed(others, own, one("internet"), 443)).toBe(true);
  });
});
