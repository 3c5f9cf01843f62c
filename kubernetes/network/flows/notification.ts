import { PUSHGATEWAY } from "../../../helm/pushgateway/chart";
import { GRAFANA } from "../../../helm/grafana/chart";
import { KUBE_PROMETHEUS_STACK } from "../../../helm/kube-prometheus-stack/chart";
import type { EnvironmentConfig } from "../../../model/environment";
import { clusterAddress } from "../../../model/cluster-address";
import { SMTP_PORT } from "../../../helm/parts/smtp-port";
import { backupComponents, components } from "../components";
import { tcp, tcpAndUdp } from "../flow";
import type { Flow } from "../flow";
import { flowsTo, others, outside } from "../others";

const { ports: STACK } = KUBE_PROMETHEUS_STACK;

/** Flows of notifications, on the first path and on the second. */
export function notificationFlows(
  environment: EnvironmentConfig,
): readonly Flow[] {
  const { alertmanager, grafana, loki, prometheus } = components(environment);
  const mail = clusterAddress(
    environment.smtp.host,
    environment.namespace,
    SMTP_PORT,
  ).port;
  return [
    {
      from: prometheus,
      to: alertmanager,
      ports: tcp(STACK.alertmanager),
      reason: "sends alerts on metrics",
    },
    {
      from: loki,
      to: alertmanager,
      ports: tcp(STACK.alertmanager),
      reason: "its ruler sends alerts on logs",
    },
    ...(environment.alertmanager.replicas > 1
      ? [
          {
            from: alertmanager,
            to: alertmanager,
            ports: tcpAndUdp(STACK.alertmanagerGossip),
            reason:
              "shares silences and the notification log among its replicas",
          },
        ]
      : []),
    ...(environment.grafana.replicas > 1
      ? [
          {
            from: grafana,
            to: grafana,
            ports: tcpAndUdp(GRAFANA.ports.gossip),
            reason:
              "shares silences and the notification log among its replicas",
          },
        ]
      : []),
    ...outside(environment).flatMap((to): readonly Flow[] => [
      {
        from: alertmanager,
        to,
        ports: tcp(443, mail),
        reason:
          "sends notifications: Slack, Teams, PagerDuty, mail; and the heartbeat",
      },
      {
        from: grafana,
        to,
        ports: tcp(443, mail),
        reason:
          "signs people in by the identity provider, and sends the second path's notifications",
      },
    ]),
  ];
}

/** What the cluster gives to the platform, and who comes in from outside. */
export function clusterFlows(environment: EnvironmentConfig): readonly Flow[] {
  const parts = components(environment);
  const { apiServer, ingressController } = others(environment);
  const ports = tcp(...new Set([443, environment.network.apiServer.port]));
  const asks = (from: Flow["from"], reason: string): Flow => ({
    from,
    to: apiServer,
    ports,
    reason,
  });
  const enters = (to: Flow["to"], port: number, reason: string): Flow => ({
    from: ingressController,
    to,
    ports: tcp(port),
    reason,
  });
  return [
    asks(parts.prometheus, "finds its targets, and scrapes the API server"),
    asks(parts.operator, "watches what is declared"),
    asks(parts.admissionJobs, "keep the webhook's certificate"),
    asks(parts.kubeStateMetrics, "watches the cluster's objects"),
    asks(parts.grafana, "its sidecar reads the chart's dashboards"),
    asks(parts.loki, "its sidecar reads the rules"),
    asks(parts.alloyLogs, "finds pods, and reads their logs"),
    asks(parts.alloyGateway, "finds to which pod an address belongs"),
    {
      from: apiServer,
      to: parts.operator,
      ports: tcp(STACK.operator),
      reason: "has the webhook validate rules",
    },
    enters(parts.grafana, GRAFANA.ports.http, "people, and Terraform"),
    enters(
      parts.prometheus,
      STACK.prometheus,
      "the watching environment probes /-/healthy",
    ),
    enters(
      parts.alertmanager,
      STACK.alertmanager,
      "the watching environment probes /-/healthy",
    ),
    enters(
      parts.certificateSolver,
      8089,
      "the issuer of certificates looks for its token",
    ),
  ];
}

/** Where Grafana keeps its state, and how it and the silences are saved. */
export function stateFlows(environment: EnvironmentConfig): readonly Flow[] {
  const { alertmanager, grafana, pushgateway } = components(environment);
  const { state } = environment.grafana;
  const toDatabase = (from: Flow["from"], reason: string): readonly Flow[] =>
    state.kind === "volume"
      ? []
      : flowsTo(environment, [], {
          from,
          address: state.host,
          port: 5432,
          reason,
        });
  return [
    ...toDatabase(grafana, "keeps its state"),
    ...backupComponents(environment).flatMap(({ job, component }) => [
      ...(job.name === "grafana" ? toDatabase(component, job.what) : []),
      ...(job.name === "silences"
        ? [
            {
              from: component,
              to: alertmanager,
              ports: tcp(STACK.alertmanager),
              reason: job.what,
            },
          ]
        : []),
      ...outside(environment).map((to) => ({
        from: component,
        to,
        ports: tcp(443),
        reason: "talks to object storage",
      })),
      {
        from: component,
        to: pushgateway,
        ports: tcp(PUSHGATEWAY.ports.http),
        reason: "reports when it succeeded",
      },
    ]),
  ];
}
