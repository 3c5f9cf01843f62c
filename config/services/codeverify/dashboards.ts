import type { DashboardDeclaration } from "../../../model/dashboard";
import { api } from "./dashboards/api";
import { debugging } from "./dashboards/debugging";
import { infrastructure } from "./dashboards/infrastructure";
import { overview } from "./dashboards/overview";
import { slo } from "./dashboards/slo";
import { worker } from "./dashboards/worker";

/** The pages about CodeVerify, the first to open first. */
export const dashboards: readonly DashboardDeclaration[] = [
  overview,
  api,
  worker,
  infrastructure,
  slo,
  debugging,
];
