import type { EnvironmentConfig } from "../../model/environment";
import { component, released } from "../parts/component";
import { PUSHGATEWAY } from "./chart";

const { chart, ports, release } = PUSHGATEWAY;

/** Pods of its release. */
export const pushgatewayComponents = (environment: EnvironmentConfig) => ({
  pushgateway: component(environment, {
    name: "pushgateway",
    labels: released(chart, release),
    what: "keeps pushed metrics of batch jobs",
    metricsPorts: [ports.http],
  }),
});
