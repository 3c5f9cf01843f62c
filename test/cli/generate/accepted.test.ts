import { refusalOf } from "../../../cli/generate/accepted";
import { textOfGivenUp, withGone } from "../../../cli/generate/given-up";
import type { Gone } from "../../../cli/generate/identifier-names";

const alert: Gone = {
  environment: "production",
  kind: "alerts",
  name: "ShopErrors",
  line: 'ShopErrors{priority="P1"}',
};
const secret: Gone = {
  environment: "staging",
  kind: "secrets",
  name: "monitoring/shop/token",
  line: "monitoring/shop/token",
};

it("refuses missing names that were not accepted, and says how to accept them", () => {
  expect(refusalOf([alert, secret], ["ShopErrors"])).toEqual({
    kind: "not-accepted",
    message: `These names are gone, and people's silences, links and history may depend on them:
  staging secrets: monitoring/shop/token
Nothing of the lists was written. Take the name back, or give it up and name it in CHANGELOG.md:
  npm run generate -- --accept ShopErrors --accept monitoring/shop/token`,
  });
});

it("accepts a name wherever it is gone", () => {
  expect(
    refusalOf([alert, { ...alert, environment: "staging" }], ["ShopErrors"]),
  ).toBeUndefined();
});

it("refuses to accept what is not gone, with what is", () => {
  expect(refusalOf([alert], ["ShopError", "it's"])).toEqual({
    kind: "not-gone",
    message: `--accept ShopError: it is not gone
--accept 'it'\\''s': it is not gone
allowed: ShopErrors`,
  });
  expect(refusalOf([], ["ShopErrors"])?.message).toBe(
    `--accept ShopErrors: it is not gone
nothing is gone: leave --accept out`,
  );
});

it("keeps a sorted list of what was given up, each once", () => {
  const list = withGone(withGone([], [secret, alert]), [alert]);
  expect(list).toEqual([
    {
      name: "ShopErrors",
      kind: "alerts",
      environment: "production",
      was: 'ShopErrors{priority="P1"}',
    },
    {
      name: "monitoring/shop/token",
      kind: "secrets",
      environment: "staging",
    },
  ]);
  expect(JSON.parse(textOfGivenUp(list))).toEqual(list);
});
