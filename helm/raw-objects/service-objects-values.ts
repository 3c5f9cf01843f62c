import type { EnvironmentConfig } from "../../model/environment";
import type {
  KubernetesDataObject,
  KubernetesObject,
} from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import { logRules } from "../../prometheus/rules/log-rules";
import { prometheusRules } from "../../prometheus/rules/prometheus-rules";
import { monitors } from "../../prometheus/monitors/monitors";
import { probes } from "../../prometheus/monitors/probes";
import { blackboxProber } from "../blackbox-exporter/prober";

/**
 * Values of the raw-objects chart for one service: its rules on metrics and on logs, monitors and
 * probes.
 */
export const serviceObjectsValues = (
  service: Service,
  environment: EnvironmentConfig,
): {
  readonly objects: readonly (KubernetesObject | KubernetesDataObject)[];
} => ({
  objects: [
    ...prometheusRules(service, environment),
    ...logRules(service, environment),
    ...monitors(service, environment),
    ...probes(service, environment, blackboxProber(environment)),
  ],
});
