import type { EnvironmentConfig } from "../model/environment";
import type { KubernetesObject } from "../model/kubernetes-object";
import type { ServiceDeclaration } from "../model/service";
import { prometheusRules } from "../rules/prometheus-rules";
import { monitors } from "../targets/monitors";
import { probes } from "../targets/probes";
import { blackboxProber } from "./service-urls";

/** Values of the raw-objects chart for one service: its rules, monitors and probes. */
export const serviceObjectsValues = (
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): { readonly objects: readonly KubernetesObject[] } => ({
  objects: [
    ...prometheusRules(service, environment),
    ...monitors(service, environment),
    ...probes(service, environment, blackboxProber(environment)),
  ],
});
