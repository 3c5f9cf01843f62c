import { production } from "../../../../config/environments/production";
import { staging } from "../../../../config/environments/staging";
import { routingMutation } from "../../../checks/routing/mutation-judgement";
import { services } from "../../support/declared";

it.each([
  ["production", production, 120],
  ["staging", staging, 70],
])(
  "every mutant of the tree of %s is detected",
  (_, environment, atLeast) => {
    const { detected, missed } = routingMutation(environment, services);
    expect(missed).toEqual([]);
    expect(detected).toBeGreaterThan(atLeast);
  },
  5 * 60_000,
);
