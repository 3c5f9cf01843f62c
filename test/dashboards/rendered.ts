import { dashboardJson } from "../../dashboards/dashboard-json";
import { production } from "../support/environments/production";
import type { Dashboard, Panel } from "../../model/dashboard";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { goodService } from "../support/services";
import { everyVisualisation } from "./every-visualisation";

/** A link on a value. */
export interface RenderedLink {
  readonly title: string;
  readonly url: string;
}

/** From this value on a panel has that colour; the first step has no value. */
export interface RenderedStep {
  readonly color: string;
  readonly value?: number;
}

/** Steps of a panel, or of one of its queries. */
interface RenderedThresholds {
  readonly steps: readonly RenderedStep[];
}

/** What one query of a panel has otherwise. */
interface RenderedOverride {
  readonly properties: readonly {
    readonly id: string;
    readonly value: RenderedThresholds;
  }[];
}

/** What tests read of a panel that was written as JSON. */
export interface RenderedPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly datasource: Readonly<Record<"type" | "uid", string>>;
  readonly timeFrom?: string;
  readonly gridPos: Readonly<Record<"x" | "y" | "w" | "h", number>>;
  readonly targets: readonly Readonly<Record<string, unknown>>[];
  readonly transformations?: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly fieldConfig: {
    readonly defaults: {
      readonly unit: string;
      readonly noValue: string;
      readonly min?: number;
      readonly max?: number;
      readonly thresholds: RenderedThresholds;
      readonly color: { readonly mode: string };
      readonly links?: readonly RenderedLink[];
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly overrides: readonly RenderedOverride[];
  };
}

/** What tests read of a dashboard that was written as JSON. */
export interface RenderedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly refresh: string;
  readonly panels: readonly RenderedPanel[];
}

/**
 * A dashboard of a service as Grafana will read it, without its headings, which Grafana keeps among
 * the panels.
 */
export function drawDashboard(
  dashboard: Dashboard,
  service: Service = goodService,
  environment: EnvironmentConfig = production,
): RenderedDashboard {
  const rendered = JSON.parse(
    dashboardJson(dashboard, service, environment),
  ) as RenderedDashboard;
  return {
    ...rendered,
    panels: rendered.panels.filter(({ type }) => type !== "row"),
  };
}

/** One panel as Grafana will read it. */
export function drawPanel(
  panel: Panel,
  service: Service = goodService,
  environment: EnvironmentConfig = production,
): RenderedPanel {
  const [rendered] = drawDashboard(
    { ...everyVisualisation, panels: [panel] },
    service,
    environment,
  ).panels;
  if (rendered === undefined) throw new Error("the panel was not rendered");
  return rendered;
}
