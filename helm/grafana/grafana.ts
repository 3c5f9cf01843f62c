import { contactPointSecrets } from "../../alertmanager/second-path/grafana-contact-points";
import type { EnvironmentConfig } from "../../model/environment";
import type { SecretKey } from "../../model/target";
import type { DeployedChart } from "../parts/deployed-chart";
import { readBy } from "../parts/secret-use";
import { GRAFANA } from "./chart";
import { grafanaComponents } from "./components";
import { metricsCredentials } from "./metrics-credentials";
import { grafana as metrics } from "./metrics";

const secretKeys = (environment: EnvironmentConfig): readonly SecretKey[] => {
  const { admin, singleSignOn, state } = environment.grafana;
  return [
    ...[admin.userKey, admin.passwordKey, admin.encryptionKey].map((key) => ({
      secret: admin.secret,
      key,
    })),
    metricsCredentials(environment).password,
    singleSignOn.clientSecret,
    environment.smtp.password,
    ...contactPointSecrets(environment),
    ...(state.kind === "postgres" ? [state.password] : []),
  ];
};

/** Released by name, since folders, dashboards and data sources wait for it. */
export const grafana: DeployedChart = {
  charts: [GRAFANA],
  releases: () => [],
  metrics: [metrics],
  components: (environment) => Object.values(grafanaComponents(environment)),
  secrets: (environment) => readBy(GRAFANA.release, secretKeys(environment)),
};
