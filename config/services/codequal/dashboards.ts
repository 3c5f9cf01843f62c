import type { DashboardDeclaration } from "../../../model/dashboard";
import { alerts } from "./dashboards/alerts";
import { business } from "./dashboards/business";
import { deepwiki } from "./dashboards/deepwiki";
import { overview } from "./dashboards/overview";
import { performance } from "./dashboards/performance";
import { slo } from "./dashboards/slo";

/** The pages about CodeQual and DeepWiki, the first to open first. */
export const dashboards: readonly DashboardDeclaration[] = [
  overview,
  deepwiki,
  alerts,
  performance,
  business,
  slo,
];
