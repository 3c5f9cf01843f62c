import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import { alertsLink } from "../../model/links/alerts-link";

/**
 * What Prometheus and Alertmanager call their own address in what they send to others. Neither is
 * reached from outside of the cluster, so that Grafana stands there: people follow these addresses
 * out of tickets, pagers and Grafana's own pages. Both listen at `/`, whatever is said here.
 */
export const externalUrls = (environment: EnvironmentConfig) => ({
  /** Alertmanager sends it as it is. */
  alertmanager: alertsLink(grafanaUrl(environment)),
  /**
   * Prometheus appends `/graph?g0.expr=…`, a page that only it has: behind `?` Grafana ignores that
   * and opens. Behind `#` Alertmanager would refuse the alert, and to a path whoever opens
   * Prometheus through a port-forward would be led.
   */
  prometheus: `${grafanaUrl(environment)}?prometheus=`,
});
