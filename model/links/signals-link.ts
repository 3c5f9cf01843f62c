import type { SIGNAL_VARIABLES } from "../signals-page";
import { signalsUid } from "../signals-page";
import { dashboardLink } from "./dashboard-link";
import type { TimeRange } from "./dashboard-link";
import { encoded } from "./filled-later";

/** What the variables of a page of logs and traces are set to; the others stay at all values. */
export type SignalChoices = Readonly<
  Partial<Record<keyof typeof SIGNAL_VARIABLES, string>>
>;

/**
 * A link to the page of a system's logs and traces for a time range. Viewers of its folder may open
 * it; Explore takes an Editor.
 *
 * @param grafana root of Grafana, without a slash at the end; empty for a link inside Grafana
 * @param system whose page it is: its key, which needs no encoding, or a template of it
 */
export const signalsLink = (
  grafana: string,
  system: string,
  range: TimeRange,
  choices: SignalChoices = {},
): string =>
  `${dashboardLink(`${grafana}/d/${signalsUid(system)}`, range)}${chosen(choices)}`;

/**
 * The choices as parameters of the address, for a link whose choices are known when it is shown.
 * @see
 *   https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/create-dashboard-url-variables/
 */
export const chosen = (choices: SignalChoices): string =>
  Object.entries(choices)
    .map(([name, value]) => `&var-${name}=${encoded(value)}`)
    .join("");
