import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import { alertsLink } from "../../model/links/alerts-link";

/**
 * External URLs of Prometheus and Alertmanager, which appear in what they send. Neither is open
 * outside of the cluster, so the URLs are Grafana's: people follow them from tickets, pagers and
 * Grafana's own pages. Both still listen at `/`.
 */
export const externalUrls = (environment: EnvironmentConfig) => ({
  /** Alertmanager sends it as it is. */
  alertmanager: alertsLink(grafanaUrl(environment)),
  /**
   * Prometheus appends `/graph?g0.expr=…`, a page of its own: after `?` Grafana ignores it. After
   * `#` Alertmanager would refuse the alert, and a path would break Prometheus's own UI through a
   * port-forward.
   */
  prometheus: `${grafanaUrl(environment)}?prometheus=`,
});
