import type { EnvironmentConfig } from "../../model/environment";
import { NAME, PART, component, released } from "../parts/component";
import { KUBE_PROMETHEUS_STACK } from "./chart";

const { chart, ports, release } = KUBE_PROMETHEUS_STACK;

/** Pods of the stack's release, and those that its operator makes. */
export const kubePrometheusStackComponents = (
  environment: EnvironmentConfig,
) => ({
  prometheus: component(environment, {
    name: "prometheus",
    labels: {
      [NAME]: "prometheus",
      "operator.prometheus.io/name": `${release}-prometheus`,
    },
    what: "collects metrics and evaluates rules",
    metricsPorts: [ports.prometheus, ports.configReloader],
  }),
  alertmanager: component(environment, {
    name: "alertmanager",
    labels: { [NAME]: "alertmanager", alertmanager: `${release}-alertmanager` },
    what: "sends notifications",
    metricsPorts: [ports.alertmanager, ports.configReloader],
  }),
  operator: component(environment, {
    name: "prometheus-operator",
    labels: { app: `${chart}-operator`, release },
    what: "creates the declared pods, and rejects invalid rules",
    metricsPorts: [ports.operator],
  }),
  admissionJobs: component(environment, {
    name: "admission-jobs",
    labels: { [PART]: "prometheus-operator-webhook", release },
    what: "make the certificate of the operator's webhook",
  }),
  kubeStateMetrics: component(environment, {
    name: "kube-state-metrics",
    labels: released("kube-state-metrics", release),
    what: "exposes the state of the cluster's objects",
    metricsPorts: [ports.kubeStateMetrics],
  }),
});
