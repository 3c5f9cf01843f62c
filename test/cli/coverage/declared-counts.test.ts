import { addressesOf } from "../../../cli/coverage/addresses";
import { KINDS, declaredFor } from "../../../cli/coverage/declared-counts";
import { differencesOf } from "../../../cli/coverage/differences";
import { withRequirements } from "../../../cli/coverage/requirements-page";
import { goodService } from "../../support/services";

const none = declaredFor(["Y"], { addresses: new Map(), met: [] });

const shop = {
  addresses: addressesOf([goodService]),
  met: [
    { id: "X-M1", address: "shop metric shop_requests_total" },
    { id: "X-R1", address: "shop rule shop:errors:ratio_rate5m" },
    { id: "X-A1", address: "shop alert ShopErrors" },
    { id: "X-A2", address: "shop alert ShopErrors" },
    { id: "X-A3", address: "shop alert ShopGone" },
    { id: "X-T1", address: "shop target shop" },
    { id: "X-T2", address: "shop probe shop-health" },
    { id: "X-D1", address: "shop dashboard shop" },
    { id: "Y-D1", address: "shop panel shop/errors" },
    { id: "X-P1", address: "file README.md" },
  ],
};

it("counts what is there once, for each system whose requirements it meets", () => {
  expect(Object.keys(none)).toEqual(KINDS);
  expect(declaredFor(["X"], shop)).toEqual({
    ...none,
    metrics: 1,
    "recording rules": 1,
    alerts: 1,
    "targets and probes": 2,
    dashboards: 1,
  });
  expect(declaredFor(["Y"], shop)).toEqual({ ...none, panels: 1 });
  expect(declaredFor(["Z"], shop)).toEqual(none);
});

it("finds the numbers that are not as expected, and says why where somebody has", () => {
  const expected = { ...declaredFor(["X"], shop), alerts: 2, metrics: 3 };
  expect(
    differencesOf(
      [
        {
          system: "shop",
          prefixes: ["X"],
          expected,
          because: { metrics: "two are missing" },
        },
        { system: "not yet", prefixes: ["Z"], expected },
      ],
      shop,
    ),
  ).toEqual([
    {
      system: "shop",
      kind: "metrics",
      expected: 3,
      declared: 1,
      because: "two are missing",
    },
    {
      system: "shop",
      kind: "alerts",
      expected: 2,
      declared: 1,
      because: undefined,
    },
  ]);
});

it("asks for its place where a page has none", () => {
  expect(() =>
    withRequirements("# Requirements", {
      ...shop,
      catalogue: [],
      coverage: new Set<string>(),
      awaited: [],
      expected: [],
      together: [],
    }),
  ).toThrow("no lines <!-- Written by `npm run generate`. -->");
});
