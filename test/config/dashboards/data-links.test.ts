import { environments } from "../../../config/environments";
import {
  linkedPanels,
  panelsWithoutLogs,
} from "../../dashboards/data-links-judgement";
import { services } from "../support/declared";

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)("every panel of %s leads to the logs of its system", (_, environment) => {
  const panels = services.flatMap((service) =>
    linkedPanels(service, environment),
  );
  expect(panels.length).toBeGreaterThan(100);
  expect(panelsWithoutLogs(services, environment)).toEqual([]);
});
