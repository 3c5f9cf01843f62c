import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkType,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { DashboardLink } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dashboard } from "../model/dashboard";
import { rememberedLast } from "../model/remembered";
import type { Service } from "../model/service";
import { annotations } from "./annotations";
import { built } from "./built";
import type { DashboardSettings } from "./dashboard-settings";
import { grafanaInterval } from "./grafana-interval";
import { sections } from "./layout";
import { renderedPanel } from "./panels";
import { stableJson } from "./stable-json";
import { variable } from "./variables";

/**
 * A dashboard in Grafana's classic JSON, the same text for the same declaration, and without
 * anything that Grafana would change when it keeps it.
 *
 * @throws Error when a panel names a limit that does not exist, which the checks report before.
 * @see
 *   https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export const dashboardJson = (
  dashboard: Dashboard,
  service: Service,
  environment: DashboardSettings,
): string => rendered({ dashboard, service, environment });

interface DashboardContext {
  readonly dashboard: Dashboard;
  readonly service: Service;
  readonly environment: DashboardSettings;
}

/** Rendered once for consecutive environments with the same settings. */
const rendered = rememberedLast(
  render,
  (one, other) =>
    one.dashboard === other.dashboard &&
    one.service === other.service &&
    decidedBy(one) === decidedBy(other),
);

const decidedBy = ({
  service,
  environment: { thresholds, urls },
}: DashboardContext): string =>
  JSON.stringify([
    urls.runbooks,
    thresholds.filter(({ system }) => system === service.key),
  ]);

function render({ dashboard, service, environment }: DashboardContext): string {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider's dashboard resource takes classic JSON; version 2 is another resource
  const builder = new DashboardBuilder(dashboard.title)
    .uid(dashboard.uid)
    .description(dashboard.description)
    .tags([`access:${dashboard.access}`, `system:${service.key}`])
    .readonly()
    .refresh(grafanaInterval(dashboard.refresh))
    .time({ from: "now-6h", to: "now" })
    .tooltip(DashboardCursorSync.Crosshair)
    .annotations(annotations(service).map(built))
    .links([built(siblings(service))])
    .variables((dashboard.variables ?? []).map(variable).map(built));
  for (const { heading, panels } of sections(dashboard.panels)) {
    if (heading !== undefined) {
      const { title, id, gridPos } = heading;
      builder.withRow(new RowBuilder(title).id(id).gridPos({ ...gridPos }));
    }
    for (const placed of panels) {
      builder.withPanel(built(renderedPanel(placed, service, environment)));
    }
  }
  return stableJson(builder.build());
}

/** Link to the other dashboards of the service, keeping the time range. */
const siblings = (service: Service): DashboardLink => ({
  type: DashboardLinkType.Dashboards,
  title: service.displayName,
  tags: [`system:${service.key}`],
  asDropdown: true,
  keepTime: true,
  includeVars: false,
  targetBlank: false,
  icon: "external link",
  tooltip: `Other dashboards of ${service.displayName}`,
});
