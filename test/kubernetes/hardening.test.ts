import { production } from "../support/organisation/environments";
import { deployedCharts } from "../../helm/deployed-charts";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import { HARDENING } from "../../kubernetes/hardening";
import { ENVIRONMENTS, valuesOfCharts } from "../helm/chart-values";
import { services } from "../support/organisation/services";
import { moving, unlimited, unrestricted } from "../support/pod-security";
import { releasesOf, storesOf } from "../support/releases";
import { podsOf, renderedChart } from "../support/rendered-charts";
import {
  distributedLogs,
  kafkaTraces,
  monolithicTracesInBucket,
  productionWith,
} from "../support/scaled";
import {
  collectionFaults,
  hardeningFaults,
  hardeningOf,
  overriddenImages,
  podFaults,
  renderedEnvironment,
  restrictionFaults,
  unlimitedValues,
} from "./hardening-judgement";

it("lists every release that has pods", () => {
  expect(
    deployedCharts
      .flatMap(({ charts }) => charts)
      .filter((chart) => chart !== PROMETHEUS_OPERATOR_CRDS)
      .map(({ release }) => release)
      .filter((release) => !(release in HARDENING)),
  ).toEqual([]);
  for (const { name } of releasesOf(production, services)) {
    expect(hardeningOf(name)).toBeDefined();
  }
});

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("the pods of %s", (_, environment) => {
  const { own, charts } = renderedEnvironment(environment, services);

  it("are restricted, limited and have the priority that they need, but for the exceptions", () => {
    expect(podsOf(own.flatMap(({ objects }) => objects)).length > 0).toBe(
      environment === production,
    );
    expect(hardeningFaults([...own, ...charts])).toEqual([]);
    expect(collectionFaults(environment, services)).toEqual([]);
  });

  it("are made by the operator, too", () => {
    const operated = charts
      .flatMap(({ objects }) => objects)
      .filter(({ kind }) => ["Prometheus", "Alertmanager"].includes(kind));
    // Without rendered charts there are none, and it is printed.
    expect(operated).toHaveLength(charts.length > 0 ? 2 : 0);
  });
});

describe.each([
  ["logs in parts", productionWith({ logs: distributedLogs })],
  ["traces over Kafka", productionWith({ traces: kafkaTraces })],
  [
    "traces of one process in a bucket",
    productionWith({ traces: monolithicTracesInBucket }),
  ],
] as const)("the pods of %s", (_, environment) => {
  it("are restricted, limited, and have images that stay", () => {
    const objects = storesOf(environment, services).flatMap(
      ({ name, chart, values }) => renderedChart(name, chart, values) ?? [],
    );
    expect([...restrictionFaults(objects), ...podFaults(objects)]).toEqual([]);
  });
});

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("the values of %s, whatever charts make of them", (_, environment) => {
  const values = valuesOfCharts(environment);

  it("override no version of an image but those that the tests try, and a tag that moves", () => {
    expect(overriddenImages(values)).toEqual([
      "/kube-prometheus-stack/prometheus/prometheusSpec/image/tag",
      "/kube-prometheus-stack/alertmanager/alertmanagerSpec/image/tag",
      "/loki/gateway/image/tag",
    ]);
  });

  it("name memory and a limit of it wherever they name resources", () => {
    expect(unlimitedValues(values)).toEqual([]);
  });
});

describe("a pod", () => {
  const container = {
    name: "main",
    image: "registry.example.com/main:1.2.3",
    resources: {
      requests: { cpu: "1", memory: "1Gi" },
      limits: { memory: "1Gi" },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
  };
  const good = {
    spec: {
      containers: [container],
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      },
    },
  };

  it("is fine", () => {
    expect([unrestricted(good), unlimited(good), moving(good)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    ["hostPID", { hostPID: true }],
    ["volume hostPath", { volumes: [{ name: "x", hostPath: { path: "/" } }] }],
    [
      "main: may run as root",
      { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
    ],
    [
      "main: has the seccomp profile none",
      { securityContext: { runAsNonRoot: true } },
    ],
    [
      "main: runs as root",
      { securityContext: { ...good.spec.securityContext, runAsUser: 0 } },
    ],
  ])("is seen to be wrong: %s", (finding, change) => {
    expect(unrestricted({ spec: { ...good.spec, ...change } })).toEqual([
      finding,
    ]);
  });

  it.each([
    ["may become more than it is", { allowPrivilegeEscalation: true }],
    ["is privileged", { privileged: true }],
    ["keeps capabilities", { capabilities: {} }],
    [
      "adds capabilities",
      { capabilities: { drop: ["ALL"], add: ["NET_ADMIN"] } },
    ],
    ["writes to its root file system", { readOnlyRootFilesystem: false }],
  ])("is seen to be wrong: a container that %s", (finding, change) => {
    const securityContext = { ...container.securityContext, ...change };
    expect(
      unrestricted({
        spec: { ...good.spec, containers: [{ ...container, securityContext }] },
      }),
    ).toEqual([`main: ${finding}`]);
  });

  it.each([
    "registry.example.com/main",
    "registry.example.com:5000/main",
    "registry.example.com/main:latest",
    "registry.example.com/main:1.31-alpine",
  ])("is seen to have an image that moves: %s", (image) => {
    expect(moving({ spec: { containers: [{ ...container, image }] } })).toEqual(
      [image],
    );
  });

  it("is seen to have no limit, in what prepares it too", () => {
    expect(
      unlimited({
        spec: {
          containers: [container],
          initContainers: [
            { ...container, name: "first", resources: { limits: {} } },
          ],
        },
      }),
    ).toEqual([
      "first: no requests.cpu",
      "first: no requests.memory",
      "first: no limits.memory",
    ]);
  });
});
