import type { Panel as DrawnPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import { languageOf } from "../model/dashboard";
import type { DashboardSettings } from "./dashboard-settings";
import { everyAlert } from "../model/every-alert";
import type { Service } from "../model/service";
import { LOKI, PROMETHEUS, TEMPO } from "../model/signal-sources";
import { built } from "./built";
import { alertLinks, dataLinks } from "./data-links";
import { grafanaInterval } from "./grafana-interval";
import type { PlacedPanel } from "./layout";
import { panelQueries } from "./panel-queries";
import { mappings } from "./mappings";
import { colourMode, limitsOf, thresholdsConfig } from "./thresholds";
import { visualisation } from "./visualisations";

/** The data source of a query language. */
const STORES = {
  promql: PROMETHEUS,
  logql: LOKI,
  traceql: TEMPO,
  "service-map": TEMPO,
} as const;

/** A panel as Grafana keeps it, with the limits of one environment. */
export function renderedPanel(
  { panel, number, gridPos }: PlacedPanel,
  service: Service,
  environment: DashboardSettings,
): DrawnPanel {
  const builder = visualisation(panel, (name) =>
    alertLinks(
      everyAlert(service).filter((alert) => alert.name === name),
      service,
      environment,
    ),
  )
    .id(number)
    .gridPos({ ...gridPos })
    .title(panel.title)
    .description(panel.description)
    .datasource(STORES[languageOf(panel.queries[0] ?? {})])
    .targets(panelQueries(panel))
    .unit(panel.unit)
    .noValue(panel.noValue ?? "No data")
    .thresholds(built(thresholdsConfig(panel, service, environment)))
    .colorScheme(built({ mode: colourMode(panel) }))
    .dataLinks(dataLinks(panel, service, environment).map(built));
  for (const { query, ...limits } of limitsOf(panel)) {
    if (query === undefined) continue;
    builder.overrideByQuery(query, [
      {
        id: "thresholds",
        value: thresholdsConfig(limits, service, environment),
      },
    ]);
  }
  if (panel.valueMappings !== undefined)
    builder.mappings(mappings(panel.valueMappings));
  if (panel.decimals !== undefined) builder.decimals(panel.decimals);
  if (panel.over !== undefined) builder.timeFrom(grafanaInterval(panel.over));
  const rendered = builder.build();
  // The SDK's defaults; Grafana does not keep them.
  delete rendered.transparent;
  delete rendered.repeatDirection;
  return rendered;
}
