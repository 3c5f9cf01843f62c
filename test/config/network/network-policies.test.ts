import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { networkFlows } from "../../../kubernetes/network/flows";
import { networkEnds } from "../../kubernetes/network/network-ends";
import {
  networkFaults,
  policyFaults,
} from "../../kubernetes/network/network-judgement";
import { services } from "../support/declared";

const network = networkEnds(production, services);

it("every flow of production is allowed, between pods with a policy each", () => {
  expect(networkFlows(production, services).length).toBeGreaterThan(120);
  expect(networkFaults(production, services, network)).toEqual([]);
});

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)(
  "the policies of %s are one for each component that runs",
  (_, environment) => {
    expect(policyFaults(environment, services, network)).toEqual([]);
  },
);
