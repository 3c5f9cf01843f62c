import type { DashboardDeclaration } from "../../../model/dashboard";
import { quality } from "./dashboards/quality";

/** The page about CQVR. */
export const dashboards: readonly DashboardDeclaration[] = [quality];
