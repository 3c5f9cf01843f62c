import { grafanaUrl } from "../../model/environment-urls";
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
  const page = (uid: string): string => `${grafana}/d/${uid}`;
  return {
    grafana,
    prometheus,
    alertmanager,
    runbooks: environment.urls.runbooks,
    // Former static pages, and the dashboards that their owner's ingress redirects them to.
    redirects: Object.fromEntries(
      services.flatMap(({ key, dashboards }) =>
        dashboards.flatMap(({ uid, replaces }) => {
          const before =
            replaces === undefined
              ? undefined
              : environment.systemUrls?.[key]?.[replaces];
          return before === undefined ? [] : [[before, page(uid)] as const];
        }),
      ),
    ),
    dashboards: Object.fromEntries(
      services.flatMap(({ dashboards }) =>
        dashboards.map(({ uid }) => [uid, page(uid)]),
      ),
    ),
  };
}
