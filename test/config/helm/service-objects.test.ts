import { environments } from "../../../config/environments";
import {
  customResources,
  definitionFaults,
  definitionsPresent,
} from "../../helm/raw-objects/definition-judgement";
import { describeNeeding } from "../../support/describe-needing";
import { services } from "../support/declared";

describeNeeding("chart sources", definitionsPresent, () => {
  it.each(
    environments.map((environment) => [environment.name, environment] as const),
  )(
    "every object of %s is one that the cluster's definitions accept",
    (_, environment) => {
      const objects = services.flatMap((service) =>
        customResources(service, environment),
      );
      expect(objects.length).toBeGreaterThan(40);
      expect(definitionFaults(objects)).toEqual([]);
    },
  );
});
