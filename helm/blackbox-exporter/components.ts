import type { EnvironmentConfig } from "../../model/environment";
import { component, released } from "../parts/component";
import { BLACKBOX_EXPORTER } from "./chart";

const { chart, ports, release } = BLACKBOX_EXPORTER;

/** Pods of its release. */
export const blackboxExporterComponents = (environment: EnvironmentConfig) => ({
  blackboxExporter: component(environment, {
    name: "blackbox-exporter",
    labels: released(chart, release),
    what: "probes endpoints",
    metricsPorts: [ports.http],
  }),
});
