import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { grafanaUrl } from "../../model/environment-urls";
import { inCell } from "./in-cell";
import { markdownTable } from "../../model/markdown-table";
import type { ServicePageSources } from "./service-page";

/**
 * Every page that Grafana shows of the system, those that follow from the rest of the declaration
 * too.
 */
export const dashboardsSection = ({
  service,
  environment,
}: ServicePageSources): readonly string[] => {
  const { dashboards } = withGeneratedDashboards(service);
  return [
    "## Dashboards",
    dashboards.length === 0
      ? "None."
      : markdownTable(
          ["Page", "Shows", "For", "Panels", "Refreshes every"],
          dashboards.map(
            ({ uid, title, description, access, panels, refresh }) => [
              `[${inCell(title)}](${grafanaUrl(environment)}/d/${uid})`,
              inCell(description),
              access,
              String(panels.length),
              refresh.toString(),
            ],
          ),
        ),
  ];
};
