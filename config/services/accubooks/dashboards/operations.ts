import type { DashboardDeclaration } from "../../../../model/dashboard";
import { seconds } from "../../../../model/duration";
import { apiPanels } from "./operations/api";
import { cachePanels } from "./operations/cache";
import { databasePanels } from "./operations/database";
import { queuePanels } from "./operations/queue";
import { resourcePanels } from "./operations/resources";

/** Detailed metrics for engineers on call. */
export const operations: DashboardDeclaration = {
  uid: "accubooks-operations",
  title: "Operations Dashboard",
  description: "Detailed metrics for on-call engineers",
  refresh: seconds(10),
  panels: [
    ...apiPanels,
    ...databasePanels,
    ...cachePanels,
    ...queuePanels,
    ...resourcePanels,
  ],
};
