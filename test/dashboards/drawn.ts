import { dashboardJson } from "../../dashboards/dashboard-json";
import { production } from "../support/environments/production";
import type { Dashboard, Panel } from "../../model/dashboard";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { goodService } from "../support/services";
import { everyVisualisation } from "./every-visualisation";

/** A link on a value. */
export interface DrawnLink {
  readonly title: string;
  readonly url: string;
}

/** From this value on a panel has that colour; the first step has no value. */
export interface DrawnStep {
  readonly color: string;
  readonly value?: number;
}

/** Steps of a panel, or of one of its queries. */
interface DrawnThresholds {
  readonly steps: readonly DrawnStep[];
}

/** What one query of a panel has otherwise. */
interface DrawnOverride {
  readonly properties: readonly {
    readonly id: string;
    readonly value: DrawnThresholds;
  }[];
}

/** What tests read of a panel that was written as JSON. */
export interface DrawnPanel {
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
      readonly thresholds: DrawnThresholds;
      readonly color: { readonly mode: string };
      readonly links?: readonly DrawnLink[];
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly overrides: readonly DrawnOverride[];
  };
}

/** What tests read of a dashboard that was written as JSON. */
export interface DrawnDashboard {
  readonly uid: string;
  readonly title: string;
  readonly refresh: string;
  readonly panels: readonly DrawnPanel[];
}

/** A dashboard of a service as Grafana will read it, without its headings, which Grafana keeps among the panels. */
export function drawDashboard(
  dashboard: Dashboard,
  service: Service = goodService,
  environment: EnvironmentConfig = production,
): DrawnDashboard {
  const drawn = JSON.parse(
    dashboardJson(dashboard, service, environment),
  ) as DrawnDashboard;
  return {
    ...drawn,
    panels: drawn.panels.filter(({ type }) => type !== "row"),
  };
}

/** One panel as Grafana will read it. */
export function drawPanel(
  panel: Panel,
  service: Service = goodService,
  environment: EnvironmentConfig = production,
): DrawnPanel {
  const [drawn] = drawDashboard(
    { ...everyVisualisation, panels: [panel] },
    service,
    environment,
  ).panels;
  if (drawn === undefined) throw new Error("the panel was not drawn");
  return drawn;
}
