import { ALERTMANAGER } from "../signal-sources";

/**
 * Grafana's form for a new silence of Alertmanager, without what it silences: whoever fills it in
 * adds `&matcher=<name>%3D<value>` for each label, the value as it is, without quotes, and encoded.
 * Alertmanager's own form is inside the cluster, where nobody is.
 *
 * Who opens it must be Editor: a Viewer may look at silences only.
 *
 * @param grafana root of Grafana, without a slash at the end
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/create-silence/
 */
export const silenceLink = (grafana: string): string =>
  `${grafana}/alerting/silence/new?alertmanager=${ALERTMANAGER.name}`;
