import type { EnvironmentConfig } from "./environment";

/** Address of Grafana as people and Terraform reach it. */
export const grafanaUrl = (environment: EnvironmentConfig): string =>
  `https://grafana.${environment.domain}`;

/**
 * Addresses at which an environment shows to the world whether its parts are well, and nothing
 * else.
 */
export const healthUrls = (environment: EnvironmentConfig) => ({
  grafana: `${grafanaUrl(environment)}/api/health`,
  prometheus: `https://prometheus.${environment.domain}/-/healthy`,
  alertmanager: `https://alertmanager.${environment.domain}/-/healthy`,
});

/** Where an environment's runbooks are read. */
export interface RunbookAddress {
  readonly urls: Pick<EnvironmentConfig["urls"], "runbooks">;
}

/** Address of a runbook page, named as an alert names it: `shop/queue-backup#queuewaithigh`. */
export function runbookUrl(
  environment: RunbookAddress,
  runbook: string,
): string {
  const [page = "", anchor] = runbook.split("#");
  const fragment = anchor === undefined ? "" : `#${anchor}`;
  return `${environment.urls.runbooks}/${page}.md${fragment}`;
}
