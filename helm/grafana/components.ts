import type { EnvironmentConfig } from "../../model/environment";
import { component, released } from "../parts/component";
import { GRAFANA } from "./chart";

const { chart, ports, release } = GRAFANA;

/** Pods of its release. */
export const grafanaComponents = (environment: EnvironmentConfig) => ({
  grafana: component(environment, {
    name: "grafana",
    labels: released(chart, release),
    what: "dashboards, and the second notification path",
    metricsPorts: [ports.http],
  }),
});
