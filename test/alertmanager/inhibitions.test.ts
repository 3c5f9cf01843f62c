import { groupByLabels, inhibitions } from "../../alertmanager/inhibitions";
import { codeverify } from "../support/declared";

const withGroupBy = (groupBy: readonly string[]) => ({
  ...codeverify,
  slos: codeverify.slos.map((slo) => ({ ...slo, groupBy })),
});

const ofTiers = (services: readonly (typeof codeverify)[]) =>
  inhibitions(services).filter(({ source_matchers: [source] }) =>
    source?.startsWith("burn_tier"),
  );

it("lets each tier inhibit the slower ones of the same SLO", () => {
  const equal = ["system", "environment", "slo"];
  expect(ofTiers([codeverify])).toEqual([
    {
      source_matchers: ['burn_tier="1h"'],
      target_matchers: ['burn_tier=~"6h|1d|3d"'],
      equal,
    },
    {
      source_matchers: ['burn_tier="6h"'],
      target_matchers: ['burn_tier=~"1d|3d"'],
      equal,
    },
    {
      source_matchers: ['burn_tier="1d"'],
      target_matchers: ['burn_tier=~"3d"'],
      equal,
    },
  ]);
});

it("requires equal group-by labels, whichever system declares them", () => {
  const services = [
    withGroupBy(["service"]),
    withGroupBy(["region", "service"]),
  ];
  expect(groupByLabels(services)).toEqual(["region", "service"]);
  const ours = inhibitions(services).filter(({ equal }) =>
    equal.includes("system"),
  );
  expect(ours).toHaveLength(6);
  for (const { equal } of ours) {
    expect(equal).toEqual(
      expect.arrayContaining(["environment", "region", "service"]),
    );
  }
});
