import { environments } from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";
import { describeNeeding } from "../../support/describe-needing";
import {
  customResources,
  definitionFaults,
  definitionsPresent,
  KINDS,
} from "./definition-judgement";

describeNeeding("chart sources", definitionsPresent, () => {
  it.each(
    environments.map((environment) => [environment.name, environment] as const),
  )(
    "every object of %s is one that the cluster's definitions accept",
    (_, environment) => {
      const objects = services.flatMap((service) =>
        customResources(service, environment),
      );
      expect(new Set(objects.map(({ kind }) => kind))).toEqual(
        new Set(
          Object.keys(KINDS).filter(
            (kind) =>
              kind !== "ScrapeConfig" || environment.outsideTargets.length > 0,
          ),
        ),
      );
      expect(definitionFaults(objects)).toEqual([]);
    },
  );

  it("a misspelt field is found", () => {
    const [service] = services;
    const [environment] = environments;
    if (service === undefined || environment === undefined) {
      throw new Error("there is nothing to render");
    }
    const [object] = customResources(service, environment);
    if (object === undefined) throw new Error("there is no object");
    expect(
      definitionFaults([{ ...object, spec: { ...object.spec, grops: [] } }]),
    ).toEqual([
      `PrometheusRule ${object.metadata.name}/spec must NOT have additional properties {"additionalProperty":"grops"}`,
    ]);
  });
});
