import type { DashboardDeclaration } from "../../../model/dashboard";
import { eventPanels } from "./dashboards/events";
import { meshPanels } from "./dashboards/mesh";
import { servicePanels } from "./dashboards/services";

/** titan's services one by one, the events between them, and the calls between them. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "titan",
    title: "titan-microservices-mesh",
    description:
      "How the services of the mesh do, and whether they reach each other",
    panels: [...servicePanels, ...eventPanels, ...meshPanels],
  },
];
