import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";
import { betaPanels } from "./business/beta";
import { featurePanels } from "./business/features";
import { tierPanels } from "./business/tiers";
import { userPanels } from "./business/users";

/** User behaviour and conversion tracking. */
export const business: DashboardDeclaration = {
  uid: "accubooks-business-metrics",
  title: "Business Metrics",
  description: "User behaviour and conversion tracking",
  refresh: minutes(5),
  access: "product-business",
  panels: [...userPanels, ...featurePanels, ...tierPanels, ...betaPanels],
};
