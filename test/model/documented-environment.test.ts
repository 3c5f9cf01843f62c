import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import { documentedEnvironment } from "../../model/documented-environment";

const live = { ...production, name: "live" };
const trial = { ...staging, name: "trial" };

it.each([
  ["the one that is production", [staging, production], "production"],
  ["the first of several", [staging, live, production], "live"],
  ["the last where none is production", [trial, staging], "staging"],
  ["the only one", [trial], "trial"],
])("is %s", (_, environments, name) => {
  expect(documentedEnvironment(environments).name).toBe(name);
});

it("throws without environments", () => {
  expect(() => documentedEnvironment([])).toThrow("there is no environment");
});
