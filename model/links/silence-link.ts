import { ALERTMANAGER } from "../signal-sources";

/**
 * Grafana's form for a new silence of Alertmanager, without matchers. The caller adds
 * `&matcher=<name>%3D<value>` for each label, with the value unquoted and encoded. Alertmanager's
 * own form is not reachable from outside the cluster.
 *
 * Users need the role Editor (`grafana.singleSignOn.editorGroup`); a Viewer may only look at
 * silences.
 *
 * @param grafana root of Grafana, without a slash at the end
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/create-silence/
 */
export const silenceLink = (grafana: string): string =>
  `${grafana}/alerting/silence/new?alertmanager=${ALERTMANAGER.name}`;
