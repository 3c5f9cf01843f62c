import type { AnnotationQuery } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import type { Service } from "../model/service";
import { PROMETHEUS } from "../model/signal-sources";

/**
 * Marks over every graph of a service: what Grafana itself keeps, urgent alerts while they fire,
 * and deployments.
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/annotate-visualizations/
 */
export const annotations = (service: Service): readonly AnnotationQuery[] => [
  {
    // Grafana adds this one to every dashboard that lacks it.
    builtIn: 1,
    name: "Annotations & Alerts",
    type: "dashboard",
    datasource: { type: "grafana", uid: "-- Grafana --" },
    enable: true,
    hide: true,
    iconColor: "rgba(0, 211, 255, 1)",
  },
  metricAnnotation({
    name: "Firing P0 and P1 alerts",
    expr: `ALERTS{system="${service.key}",alertstate="firing",priority=~"P0|P1"}`,
    iconColor: "red",
    titleFormat: "{{alertname}}",
    tagKeys: "priority,severity",
  }),
  metricAnnotation({
    name: "Deployments",
    expr: `changes(kube_deployment_status_observed_generation{namespace="${service.namespace}"}[5m]) > 0`,
    iconColor: "blue",
    titleFormat: "Deployment of {{deployment}}",
    tagKeys: "deployment",
  }),
];

interface MetricAnnotation {
  readonly name: string;
  /** Marks the times at which it returns a sample above 0. */
  readonly expr: string;
  readonly iconColor: string;
  readonly titleFormat: string;
  /** Labels shown as tags, separated by commas. */
  readonly tagKeys: string;
}

const metricAnnotation = ({
  expr,
  ...shown
}: MetricAnnotation): AnnotationQuery => ({
  ...shown,
  datasource: PROMETHEUS,
  enable: true,
  hide: false,
  target: new DataqueryBuilder()
    .datasource(PROMETHEUS)
    .expr(expr)
    .range()
    .refId("Anno")
    .build(),
});
