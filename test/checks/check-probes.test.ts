import { checkProbes } from "../../checks/check-probes";
import { formatProblem } from "../../model/problem";
import type { HealthyAnswer } from "../../model/target";
import { services } from "../support/declared";
import { withAnswer } from "../support/services";

const check = (answer: HealthyAnswer): readonly string[] =>
  checkProbes([withAnswer(answer)]).map(formatProblem);

it("finds nothing in the services of this repository", () => {
  expect(checkProbes(services)).toEqual([]);
});

it("finds nothing in an answer that the exporter understands", () => {
  expect(
    check({ status: 200, body: String.raw`"status"\s*:\s*"healthy"` }),
  ).toEqual([]);
});

it.each<[string, HealthyAnswer, string]>([
  [
    "a status that HTTP does not have",
    { status: 2, body: "ok" },
    'services/shop probe "shop-health": is no status of HTTP, got 2; allowed: 100 to 599; state the status that the endpoint answers while all is well',
  ],
  [
    "a look-ahead",
    { status: 200, body: "(?=ok)" },
    'services/shop probe "shop-health": the pattern of the body is no valid RE2: invalid or unsupported Perl syntax: `(?=`, got "(?=ok)"; correct it, or leave answer out to accept any success',
  ],
  [
    "a pattern that any body matches",
    { status: 200, body: "" },
    'services/shop probe "shop-health": an empty pattern accepts any body, got ""; correct it, or leave answer out to accept any success',
  ],
])("refuses %s", (_, answer, problem) => {
  expect(check(answer)).toEqual([problem]);
});
