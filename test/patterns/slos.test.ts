import { days, seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import { eventSlo, latencySlo } from "../../patterns/slos";
import { requests, requestsByRoute, times, timesByRoute } from "./shop";

const fields = {
  name: "orders",
  description: "An order is taken.",
  objective: percent(99),
  period: days(7),
  volume: "normal",
  page: "P1",
} as const;

it("declares an SLO of good events, for each value of the grouping labels", () => {
  const recorded = { bad: "shop:errors:rate5m", total: "shop:requests:rate5m" };
  expect(eventSlo({ ...fields, events: requests, ...recorded })).toEqual({
    ...fields,
    ...recorded,
    kind: "request",
    examples: {
      good: {
        'api_requests_total{system="shop", route="cart", status="200", pod="a"}': 1,
      },
      bad: {
        'api_requests_total{system="shop", route="cart", status="503", pod="b"}': 1,
      },
    },
  });
  expect(
    eventSlo({ ...fields, events: requestsByRoute, ...recorded }).groupBy,
  ).toEqual(["route"]);
});

it("declares an SLO of a latency bound", () => {
  const slo = latencySlo({
    ...fields,
    observations: timesByRoute,
    buckets: "shop:seconds_bucket:rate5m",
    within: seconds(1),
  });
  expect(slo.bad).toBe(
    'sum by (route) (shop:seconds_bucket:rate5m{le="+Inf"})\n  - sum by (route) (shop:seconds_bucket:rate5m{le="1.0"})',
  );
  expect(slo.total).toBe(
    'sum by (route) (shop:seconds_bucket:rate5m{le="+Inf"})',
  );
  expect(slo.groupBy).toEqual(["route"]);
  const bucket = (le: string, pod: string): string =>
    `api_request_duration_seconds_bucket{system="shop", route="cart", pod="${pod}", le="${le}"}`;
  expect(slo.examples).toEqual({
    good: {
      [bucket("0.5", "a")]: 1,
      [bucket("1.0", "a")]: 1,
      [bucket("+Inf", "a")]: 1,
    },
    bad: {
      [bucket("0.5", "b")]: 0,
      [bucket("1.0", "b")]: 0,
      [bucket("+Inf", "b")]: 1,
    },
  });
});

it("refuses a bound that the histogram does not have", () => {
  expect(() =>
    latencySlo({
      ...fields,
      observations: times,
      buckets: "shop:seconds_bucket:rate5m",
      within: seconds(0.2),
    }),
  ).toThrow("api_request_duration_seconds has no bound at 0.2");
});
