import { KUBE_PROMETHEUS_STACK } from "../../../helm/kube-prometheus-stack/chart";
import type { EnvironmentConfig } from "../../../model/environment";
import { SMTP_PORT } from "../../../helm/parts/smtp-port";
import { components, reportComponents } from "../components";
import { tcp } from "../flow";
import type { Flow } from "../flow";
import { flowsTo, outside } from "../others";

const { ports: STACK } = KUBE_PROMETHEUS_STACK;

/** Flows of reports: their queries and their delivery. */
export const reportFlows = (environment: EnvironmentConfig): readonly Flow[] =>
  reportComponents(environment).flatMap(({ job, component: from }) => [
    ...(job.asksPrometheus
      ? [
          {
            from,
            to: components(environment).prometheus,
            ports: tcp(STACK.prometheus),
            reason: "reads the numbers of the report",
          },
        ]
      : []),
    ...flowsTo(environment, [], {
      from,
      address: environment.smtp.host,
      port: SMTP_PORT,
      reason: "sends the report through the mail server",
    }),
    ...(environment.reports.kind === "on" &&
    environment.reports.chat.kind === "on"
      ? outside(environment).map((to) => ({
          from,
          to,
          ports: tcp(443),
          reason: "posts the report to Slack",
        }))
      : []),
  ]);
