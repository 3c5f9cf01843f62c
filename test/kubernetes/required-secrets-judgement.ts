import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { grafanaValues } from "../../helm/grafana/grafana-values";
import { requiredSecrets } from "../../kubernetes/required-secrets";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";

/** Keys of Secrets that a rendered configuration reads, each as `secret/key`. */
interface ReadSecrets {
  readonly alertmanagerFiles: readonly string[];
  readonly grafanaVariables: readonly string[];
  readonly grafanaFiles: readonly string[];
}

/** What Alertmanager and Grafana read, by the text of what is rendered for them. */
export function readSecrets(
  environment: EnvironmentConfig,
  services: readonly Service[],
): ReadSecrets {
  const grafana = grafanaValues(environment);
  return {
    alertmanagerFiles: [
      ...JSON.stringify(alertmanagerConfig(environment, services)).matchAll(
        /"\/etc\/alertmanager\/secrets\/([^"]+)"/g,
      ),
    ].map(([, file = ""]) => file),
    grafanaVariables: [
      ...JSON.stringify(grafana).matchAll(
        /"secretKeyRef":\{"name":"([^"]+)","key":"([^"]+)"\}/g,
      ),
    ].map(([, name = "", key = ""]) => `${name}/${key}`),
    grafanaFiles: [
      ...JSON.stringify(grafana["alerting"]).matchAll(
        /\$__file\{\/etc\/secrets\/([^}]+)\}/g,
      ),
    ].map(([, file = ""]) => file),
  };
}

/** Keys that are read and that the list of required Secrets does not have. */
export function forgottenSecrets(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] {
  const listed = new Set(
    requiredSecrets(environment, services).flatMap(({ name, keys }) =>
      keys.map((key) => `${name}/${key}`),
    ),
  );
  return Object.entries(readSecrets(environment, services)).flatMap(
    ([reader, read]: readonly [string, readonly string[]]) =>
      read
        .filter((key) => !listed.has(key))
        .map((key) => `${reader}: nobody is asked for ${key}`),
  );
}
