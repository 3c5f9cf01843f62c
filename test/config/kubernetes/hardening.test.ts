import { environments } from "../../../config/environments";
import {
  collectionFaults,
  hardeningFaults,
  hardeningOf,
  overriddenImages,
  renderedEnvironment,
  unlimitedValues,
} from "../../kubernetes/hardening-judgement";
import { releasesOf } from "../../support/releases";
import { services } from "../support/declared";

describe.each(
  environments.map((environment) => [environment.name, environment] as const),
)("the pods of %s", (_, environment) => {
  const releases = releasesOf(environment, services);

  it("are restricted and limited, those of the jobs of systems too", () => {
    const { own, charts } = renderedEnvironment(environment, services);
    expect(() => releases.map(({ name }) => hardeningOf(name))).not.toThrow();
    expect(hardeningFaults([...own, ...charts])).toEqual([]);
    expect(collectionFaults(environment, services)).toEqual([]);
  });

  it("have values that name limits, and no image but those that the tests try", () => {
    const values = Object.fromEntries(
      releases.map(({ name, values: given }) => [
        name,
        JSON.parse(JSON.stringify(given)) as unknown,
      ]),
    );
    expect(unlimitedValues(values)).toEqual([]);
    expect(overriddenImages(values)).toEqual([
      "/kps/prometheus/prometheusSpec/image/tag",
      "/kps/alertmanager/alertmanagerSpec/image/tag",
      "/loki/gateway/image/tag",
    ]);
  });
});
