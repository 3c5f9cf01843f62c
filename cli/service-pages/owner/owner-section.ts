import { birthsSection } from "../births-section";
import type { ServicePageSources } from "../service-page";
import { exporterLines } from "./exporter-lines";
import { networkLines } from "./network-lines";
import { containerProbeLines, probeLines } from "./probe-lines";
import { pushLines } from "./push-lines";
import { secretLines } from "./secret-lines";
import { targetLines } from "./target-lines";
import { tracingLines } from "./tracing-lines";

/**
 * Everything that the owner of a system sets up in its own workloads and namespace, with commands:
 * this project applies none of it.
 */
export function ownerSection({
  service,
  environment,
}: ServicePageSources): readonly string[] {
  const parts = [
    ...secretLines(service, environment),
    ...targetLines(service, environment),
    ...exporterLines(service, environment),
    ...networkLines(service, environment),
    ...probeLines(service, environment),
    ...containerProbeLines(service, environment),
    ...pushLines(service, environment),
    ...tracingLines(service, environment),
    ...birthsSection(service),
  ];
  return [
    "## What the owner sets up",
    parts.length === 0
      ? "Nothing: what is monitored of it is applied with the monitoring."
      : `In ${environment.name}; in other environments names of namespaces and files differ. Terraform does none of this, because the workloads are their owner's. \`npm start\` writes the files.`,
    ...parts,
  ];
}
