import type { EnvironmentConfig } from "./environment";

/** Public address of Grafana, used by people and by Terraform. */
export const grafanaUrl = (environment: EnvironmentConfig): string =>
  `https://grafana.${environment.domain}`;

/**
 * Public health endpoints of the platform's components in an environment; they expose nothing else.
 */
export const healthUrls = (environment: EnvironmentConfig) => ({
  grafana: `${grafanaUrl(environment)}/api/health`,
  prometheus: `https://prometheus.${environment.domain}/-/healthy`,
  alertmanager: `https://alertmanager.${environment.domain}/-/healthy`,
});

/** Base address of an environment's runbooks. */
export interface RunbookAddress {
  readonly urls: Pick<EnvironmentConfig["urls"], "runbooks">;
}

/** Address of a runbook page, by the name that the alert has: `shop/queue-backup#queuewaithigh`. */
export function runbookUrl(
  environment: RunbookAddress,
  runbook: string,
): string {
  const [page = "", anchor] = runbook.split("#");
  const fragment = anchor === undefined ? "" : `#${anchor}`;
  return `${environment.urls.runbooks}/${page}.md${fragment}`;
}
