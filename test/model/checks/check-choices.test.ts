import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { checkChoices } from "../../../model/checks/check-choices";
import { isAmong } from "../../../model/environment-choice";
import type { EnvironmentChoice } from "../../../model/environment-choice";
import { formatProblem } from "../../../model/problem";
import { services } from "../../support/declared";
import { withAlert } from "../../support/services";

const check = (choice: EnvironmentChoice): readonly string[] =>
  checkChoices(
    [withAlert({ only: { environments: choice, reason: "a test" } })],
    environments,
  ).map(formatProblem);

it("finds nothing in the declared environments, and accepts names and kinds", () => {
  expect(checkChoices(services, environments)).toEqual([]);
  expect(check(["staging"])).toEqual([]);
  expect(check({ kind: "production" })).toEqual([]);
  expect(
    checkChoices(
      [
        withAlert({
          only: { environments: { kind: "non-production" }, reason: "a test" },
        }),
      ],
      [production],
    ),
  ).toEqual([]);
});

it.each<[EnvironmentChoice, string]>([
  [
    ["prod", "staging"],
    'names an environment that does not exist, got prod; allowed: staging, production; correct the name, or choose by kind: { kind: "production" }',
  ],
  [
    [],
    "is empty, so the alert is deployed nowhere, got []; allowed: staging, production; name an environment, or omit only",
  ],
])("names the choice %j", (choice, message) => {
  expect(check(choice)).toEqual([
    `services/shop alert "ShopErrors" only.environments: ${message}`,
  ]);
});

it("chooses by name or by kind", () => {
  const dr = { name: "dr", kind: "production" } as const;
  expect(isAmong(["production"], dr)).toBe(false);
  expect(isAmong(["dr"], dr)).toBe(true);
  expect(isAmong({ kind: "production" }, dr)).toBe(true);
  expect(isAmong({ kind: "non-production" }, dr)).toBe(false);
});
