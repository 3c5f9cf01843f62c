import { production, staging } from "../../support/organisation/environments";
import { services } from "../../support/organisation/services";
import { routingMutation } from "./mutation-judgement";

it.each([
  ["production", production, 120],
  ["staging", staging, 70],
])("detects every mutant of the tree of %s", (_, environment, atLeast) => {
  const { detected, missed } = routingMutation(environment, services);
  expect(missed).toEqual([]);
  expect(detected).toBeGreaterThan(atLeast);
});
