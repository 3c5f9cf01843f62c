import type { Dashboard } from "../model/dashboard";
import { monitoring } from "./dashboards/monitoring";

/** The pages about the monitoring itself. */
export const dashboards: readonly Dashboard[] = [monitoring];
