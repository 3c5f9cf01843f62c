import type { Service } from "../../model/service";
import { firstEvents } from "./generic/first-events";
import { harmless } from "./generic/harmless";
import { ofDependencies } from "./generic/of-dependencies";
import { ofPods } from "./generic/of-pods";
import { littleTraffic, ofRequests } from "./generic/of-requests";
import { outages } from "./generic/outages";
import { renamed } from "./generic/renamed";
import type { Incident } from "./incident";

/** What can go wrong in any system, as far as its declaration says that it has such a thing. */
export const genericIncidents = (service: Service): readonly Incident[] =>
  service.targets.length === 0
    ? []
    : [
        ...outages(service),
        ...ofRequests(service),
        ...littleTraffic(service),
        ...firstEvents(service),
        ...harmless(service),
        ...ofPods(service),
        ...ofDependencies(service),
        ...renamed(service),
      ];
