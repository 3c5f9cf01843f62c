import { days, hours, minutes } from "../../model/duration";
import { count } from "../../model/threshold";
import { slowerThanBefore } from "../../patterns/anomaly/slower-than-before";
import { spike } from "../../patterns/anomaly/spike";
import { prove } from "./prove";
import { alertFields, shopWith } from "./shop";

const LIMIT = 30 * 60 * 1000;

const named = { ...alertFields, name: "ShopStrange" } as const;

const errors = {
  counter: 'shop_errors_total{system="shop"}',
  example: { 'shop_errors_total{system="shop", kind="timeout"}': 1 },
};

it.each([
  [
    "of a quarter of an hour against the hour before",
    spike({
      ...named,
      ...errors,
      for: minutes(10),
      window: minutes(15),
      baseline: hours(1),
      offset: minutes(15),
      factor: count(1.5, "times as many"),
      minimum: count(5, "errors in 15 minutes"),
    }),
  ],
  [
    "of five minutes against the mean of a day",
    spike({
      ...named,
      ...errors,
      window: minutes(5),
      baseline: days(1),
      factor: count(5, "times as many"),
      minimum: count(20, "errors in 5 minutes"),
    }),
  ],
  [
    "of a day against the mean of the week before",
    spike({
      ...named,
      ...errors,
      summary: "Shop fails {{ $value | humanize }} times",
      for: hours(1),
      window: days(1),
      baseline: days(7),
      offset: days(1),
      factor: count(2, "times as many"),
      minimum: count(50, "errors in a day"),
      shows: "increase",
    }),
  ],
])(
  "proves a spike %s",
  async (_, alert) => {
    const proved = await prove(shopWith([], [alert]));
    expect(proved).toEqual({
      failures: "",
      survived: [],
      unneeded: [],
      changes: expect.any(Number) as number,
    });
    expect(proved.changes).toBeGreaterThan(20);
  },
  LIMIT,
);

it(
  "proves a percentile against the same one of a day",
  async () => {
    const proved = await prove(
      shopWith(
        [],
        [
          slowerThanBefore({
            ...named,
            for: minutes(30),
            observations: {
              histogram: "shop_order_seconds",
              matchers: 'system="shop"',
              buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
            },
            quantile: 0.95,
            window: minutes(15),
            baseline: days(1),
            offset: hours(1),
            factor: count(1.5, "times as slow"),
            minimum: count(20, "orders in 15 minutes"),
          }),
        ],
      ),
    );
    expect(proved).toEqual({
      failures: "",
      survived: [],
      unneeded: [],
      changes: expect.any(Number) as number,
    });
    expect(proved.changes).toBeGreaterThan(20);
  },
  LIMIT,
);
