import { ownerPolicies } from "../../../kubernetes/network/owner-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { kubectl, shell, workloadFile } from "./shell";

/** The policies that admit the platform to what it scrapes and probes. */
export function networkLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const policies = ownerPolicies(service, environment);
  if (policies === undefined) return [];
  const names = policies.items.map(({ metadata }) => `\`${metadata.name}\``);
  return [
    "### Network policies",
    `${names.join(" and ")} ${names.length === 1 ? "admits" : "admit"} the platform to the ports above. A policy denies every caller that no policy names: first name the others in one of your own. A namespace without any policy needs nothing.`,
    shell(
      `${kubectl(environment, service.namespace)} apply --filename ${workloadFile(environment, service.key, "network-policies")}`,
    ),
  ];
}
