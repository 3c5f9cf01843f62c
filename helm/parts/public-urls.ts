import { grafanaUrl } from "../../model/environment";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { serviceUrls } from "./service-urls";

/** Addresses that people open or configure elsewhere, as an output of the stack. */
export function publicUrls(
  environment: EnvironmentConfig,
  services: readonly Service[],
) {
  const { prometheus, alertmanager } = serviceUrls(environment);
  const grafana = grafanaUrl(environment);
  return {
    grafana,
    prometheus,
    alertmanager,
    runbooks: environment.urls.runbooks,
    // Static pages that were there before, and the dashboards that their owner's ingress redirects them to.
    redirects: {
      [environment.urls.cqvrDashboard]: `${grafana}/d/cqvr-quality`,
    },
    dashboards: Object.fromEntries(
      services.flatMap(({ dashboards }) =>
        dashboards.map(({ uid }) => [uid, `${grafana}/d/${uid}`]),
      ),
    ),
  };
}
