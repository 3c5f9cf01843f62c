import type { DashboardDeclaration } from "../../../model/dashboard";
import { business } from "./dashboards/business";
import { executive } from "./dashboards/executive";
import { operations } from "./dashboards/operations";
import { slo } from "./dashboards/slo";

/** The pages about AccuBooks, the first to open first. */
export const dashboards: readonly DashboardDeclaration[] = [
  executive,
  operations,
  business,
  slo,
];
