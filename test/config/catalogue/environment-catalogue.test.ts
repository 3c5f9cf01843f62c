import {
  catalogueFile,
  environmentCatalogue,
} from "../../../catalogue/environment-catalogue";
import { environments } from "../../../config/environments";
import {
  catalogueFaults,
  renderedAlerts,
  secretsNamed,
} from "../../catalogue/catalogue-judgement";
import { services } from "../support/declared";

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)(
  "the catalogue of %s has what is rendered, and no Secret",
  (_, environment) => {
    expect(renderedAlerts(environment, services).length).toBeGreaterThan(200);
    expect(
      catalogueFaults(
        environmentCatalogue(environment, services),
        environment,
        services,
      ),
    ).toEqual([]);
    const file = [...catalogueFile(environment, services)].join("");
    expect(secretsNamed(file)).toEqual([]);
  },
);
