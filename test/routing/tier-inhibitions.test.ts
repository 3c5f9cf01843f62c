import { dimsOf, tierInhibitions } from "../../routing/tier-inhibitions";
import { codeverify } from "../../services/codeverify";

const withDims = (dims: readonly string[]) => ({
  ...codeverify,
  slos: codeverify.slos.map((slo) => ({ ...slo, dims })),
});

it("lets each tier silence the slower ones of the same promise", () => {
  const equal = ["system", "environment", "slo"];
  expect(tierInhibitions([codeverify])).toEqual([
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

it("keeps apart what promises keep apart, whoever declares the dims", () => {
  const services = [withDims(["service"]), withDims(["region", "service"])];
  expect(dimsOf(services)).toEqual(["region", "service"]);
  expect(tierInhibitions(services)[0]?.equal).toEqual([
    "system",
    "environment",
    "slo",
    "region",
    "service",
  ]);
});
