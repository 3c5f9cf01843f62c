import { checkAlloy } from "../../../checks/check-alloy";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import {
  alloyGatewayConfiguration,
  alloyLogsConfiguration,
} from "../../../helm/alloy/alloy-configurations";
import { seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { services } from "../../support/declared";
import { goodService } from "../../support/services";
import { alloyGateway, alloyLogs, ENVIRONMENTS } from "../chart-values";
import { valueAt } from "../unknown-keys";
import type { PlainMap } from "../unknown-keys";

const both = ENVIRONMENTS.flatMap((environment) => [
  [`logs of ${environment.name}`, alloyLogs(environment)] as const,
  [`gateway of ${environment.name}`, alloyGateway(environment)] as const,
]);

/** Text of a template of Helm that holds nothing but text, as Helm would leave it. */
const evaluated = (values: PlainMap): string =>
  String(valueAt(values, "alloy", "configMap", "content")).replaceAll(
    "{{`{{`}}",
    "{{",
  );

describe.each(both)("%s", (_, values) => {
  it("meets Pod Security restricted", () => {
    expect(valueAt(values, "global", "podSecurityContext")).toEqual({
      runAsNonRoot: true,
      runAsUser: 473,
      runAsGroup: 473,
      fsGroup: 473,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(valueAt(values, "alloy", "securityContext")).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(JSON.stringify(values)).not.toMatch(/hostPath|varlog|privileged/);
  });

  it("writes only to a volume of the pod", () => {
    const [mount] = valueAt(values, "alloy", "mounts", "extra") as PlainMap[];
    expect(valueAt(values, "alloy", "storagePath")).toBe(mount?.["mountPath"]);
    expect(valueAt(values, "controller", "volumes", "extra")).toEqual([
      { name: mount?.["name"], emptyDir: {} },
    ]);
  });

  it("may read no Secret, and gives the chart no empty list of rules", () => {
    const rules = [
      valueAt(values, "rbac", "rules"),
      valueAt(values, "rbac", "clusterRules"),
    ] as readonly (readonly PlainMap[])[];
    expect(rules.every(({ length }) => length > 0)).toBe(true);
    expect(JSON.stringify(rules)).not.toMatch(/secrets|configmaps|"\*"/);
  });

  it("takes the key of user ids from a Secret, and contains it nowhere", () => {
    expect(valueAt(values, "alloy", "extraEnv")).toEqual([
      {
        name: "LOG_USER_ID_KEY",
        valueFrom: { secretKeyRef: { name: "alloy-user-id-key", key: "key" } },
      },
    ]);
    expect(evaluated(values)).toContain(
      String.raw`{{ Sha2Hash (env \"LOG_USER_ID_KEY\") .Value }}`,
    );
  });

  it("is scraped, reports nothing to its makers and has limits", () => {
    expect(valueAt(values, "serviceMonitor", "enabled")).toBe(true);
    expect(valueAt(values, "alloy", "enableReporting")).toBe(false);
    expect(valueAt(values, "alloy", "resources")).toMatchObject({
      requests: { cpu: expect.any(String) as string },
      limits: { memory: expect.any(String) as string },
    });
  });

  it("leaves nothing for Helm to evaluate in the configuration", () => {
    const content = String(valueAt(values, "alloy", "configMap", "content"));
    expect(content.replaceAll("{{`{{`}}", "")).not.toContain("{{");
  });
});

it.each(ENVIRONMENTS.map((one) => [one.name, one] as const))(
  "gives Alloy of %s the configuration that was checked",
  (_, environment) => {
    expect(evaluated(alloyLogs(environment))).toBe(
      alloyLogsConfiguration(environment, [goodService]),
    );
    expect(evaluated(alloyGateway(environment))).toBe(
      alloyGatewayConfiguration(environment, [goodService]),
    );
    expect(checkAlloy(environment, services)).toEqual([]);
  },
);

it("runs on every node, also where other pods may not", () => {
  const values = alloyLogs(production);
  expect(valueAt(values, "controller", "type")).toBe("daemonset");
  expect(valueAt(values, "controller", "tolerations")).toEqual([
    { operator: "Exists" },
  ]);
});

it("has the short name and the ports that applications are configured with", () => {
  const values = alloyGateway(production);
  expect(valueAt(values, "fullnameOverride")).toBe("alloy");
  expect(valueAt(values, "alloy", "extraPorts")).toEqual(
    [
      ["otlp-grpc", 4317, "TCP"],
      ["otlp-http", 4318, "TCP"],
      ["jaeger-grpc", 14250, "TCP"],
      ["jaeger-http", 14268, "TCP"],
      ["jaeger-compact", 6831, "UDP"],
      ["otlp-traces", 4320, "TCP"],
    ].map(([name, port, protocol]) => ({
      name,
      port,
      targetPort: port,
      protocol,
    })),
  );
});

it("keeps one replica of the gateway at a time from leaving, where there are several", () => {
  expect(valueAt(alloyGateway(production), "controller")).toMatchObject({
    type: "deployment",
    replicas: 3,
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    topologySpreadConstraints: [
      {
        labelSelector: {
          matchLabels: { "app.kubernetes.io/instance": "alloy-gateway" },
        },
      },
    ],
  });
  expect(valueAt(alloyGateway(staging), "controller")).toMatchObject({
    replicas: 1,
    podDisruptionBudget: { enabled: false },
    topologySpreadConstraints: [],
  });
});

it("lets replicas find each other through the headless Service of the cluster", () => {
  const environment = {
    ...production,
    traces: {
      ...production.traces,
      sampling: {
        kind: "tail",
        share: percent(10),
        slow: seconds(1),
        tracesPerSecond: 1,
      } as const,
    },
  };
  const values = alloyGateway(environment);
  expect(valueAt(values, "alloy", "clustering", "enabled")).toBe(true);
  expect(evaluated(values)).toContain(
    'hostname = "alloy-cluster.monitoring.svc.cluster.local"',
  );
});

it("writes to each replica of Prometheus, and to Loki and Tempo by their Services", () => {
  const text = evaluated(alloyGateway(production));
  const urls = [
    ...text.matchAll(/(?:url|endpoint) +?= "((?:http:|tempo)[^"]*)"/g),
  ].map(([, url]) => url);
  expect(urls).toEqual([
    "tempo-distributor.monitoring.svc.cluster.local:4317",
    "http://loki-gateway.monitoring.svc.cluster.local:80/loki/api/v1/push",
    "http://prometheus-kps-prometheus-0.prometheus-operated.monitoring.svc.cluster.local:9090/api/v1/write",
    "http://prometheus-kps-prometheus-1.prometheus-operated.monitoring.svc.cluster.local:9090/api/v1/write",
  ]);
});
