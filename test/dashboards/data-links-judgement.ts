import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { drawDashboard } from "./rendered";

/** A panel of a system's dashboards, and the titles of the links on its values. */
interface LinkedPanel {
  readonly panel: string;
  readonly links: readonly string[];
}

/** Every panel of a system, those of generated dashboards too. */
export const linkedPanels = (
  service: Service,
  environment: EnvironmentConfig,
): readonly LinkedPanel[] =>
  withGeneratedDashboards(service).dashboards.flatMap((dashboard) =>
    drawDashboard(dashboard, service, environment).panels.map(
      ({ title, fieldConfig }) => ({
        panel: `${dashboard.uid}/${title}`,
        links: (fieldConfig.defaults.links ?? []).map((link) => link.title),
      }),
    ),
  );

/** Panels whose values do not lead to the logs of the system. */
export const panelsWithoutLogs = (
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly string[] =>
  services.flatMap((service) =>
    linkedPanels(service, environment)
      .filter(
        ({ links }) =>
          !links.some((title) =>
            [
              `Logs of ${service.displayName}`,
              `Logs and traces of ${service.displayName}`,
            ].includes(title),
          ),
      )
      .map(({ panel }) => panel),
  );
