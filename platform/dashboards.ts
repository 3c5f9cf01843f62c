import type { DashboardDeclaration } from "../model/dashboard";
import { monitoring } from "./dashboards/monitoring";

/** The pages about the monitoring itself. */
export const dashboards: readonly DashboardDeclaration[] = [monitoring];
