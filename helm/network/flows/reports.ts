import type { EnvironmentConfig } from "../../../model/environment";
import { SMTP_PORT } from "../../reports/report-definitions";
import { components, reportComponents } from "../components";
import { tcp } from "../flow";
import type { Flow } from "../flow";
import { destinations, outside } from "../others";

const PROMETHEUS = 9090;

/** What reports read, and how they get to people. */
export const reportFlows = (environment: EnvironmentConfig): readonly Flow[] =>
  reportComponents(environment).flatMap(({ job, component: from }) => {
    const mail = destinations(
      environment,
      [],
      environment.smtp.host,
      SMTP_PORT,
    );
    return [
      ...(job.asksPrometheus
        ? [
            {
              from,
              to: components(environment).prometheus,
              ports: tcp(PROMETHEUS),
              reason: "reads the numbers of the report",
            },
          ]
        : []),
      ...mail.peers.map((to) => ({
        from,
        to,
        ports: mail.ports,
        reason: "hands the report to the mail server",
      })),
      ...(environment.reports.kind === "on" &&
      environment.reports.chat.kind === "on"
        ? outside(environment).map((to) => ({
            from,
            to,
            ports: tcp(443),
            reason: "tells Slack of the report",
          }))
        : []),
    ];
  });
