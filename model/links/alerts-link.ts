import { ALERTMANAGER } from "../signal-sources";
import { encoded } from "./filled-later";

/**
 * Grafana's page of Alertmanager's current alerts by group, with silences and inhibitions.
 *
 * @param grafana root of Grafana, without a slash at the end
 * @param name of the alerts that are shown. @default all
 * @see https://grafana.com/docs/grafana/latest/alerting/monitor-status/view-active-notifications/
 */
export function alertsLink(grafana: string, name?: string): string {
  const page = `${grafana}/alerting/groups?alertmanager=${ALERTMANAGER.name}`;
  return name === undefined
    ? page
    : `${page}&queryString=${encoded(`alertname="${name}"`)}`;
}
