import type { EnvironmentConfig } from "../../model/environment";
import { component, released } from "../parts/component";
import { ALLOY_GATEWAY, ALLOY_LOGS } from "./chart";

/** Pods of both releases. */
export const alloyComponents = (environment: EnvironmentConfig) => ({
  alloyLogs: component(environment, {
    name: "alloy-logs",
    labels: released(ALLOY_LOGS.chart, ALLOY_LOGS.release),
    what: "collects the logs of pods",
    metricsPorts: [ALLOY_LOGS.ports.http],
  }),
  alloyGateway: component(environment, {
    name: "alloy-gateway",
    labels: released(ALLOY_GATEWAY.chart, ALLOY_GATEWAY.release),
    what: "receives telemetry from applications",
    metricsPorts: [ALLOY_GATEWAY.ports.http],
  }),
});
