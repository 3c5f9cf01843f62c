import { httpTraffic } from "../../patterns/http-traffic";

const ratesOf = (labels?: Parameters<typeof httpTraffic>[1]) =>
  Object.entries(httpTraffic(1000, labels).sets).map(
    ([set, { perSecond }]) => [set, Math.round(perSecond * 1e4) / 1e4] as const,
  );

it("has answers of each kind, also to callers who may not, and hardly a server error", () => {
  expect(ratesOf()).toEqual([
    ['method="GET",status="200"', 798.5],
    ['method="POST",status="201"', 120],
    ['method="PUT",status="200"', 50],
    ['method="GET",status="404"', 20],
    ['method="POST",status="400"', 9.8],
    ['method="POST",status="401"', 1],
    ['method="GET",status="403"', 0.5],
    ['method="GET",status="500"', 0.2],
  ]);
});

it.each<readonly ["method" | "status" | "status_code"]>([
  ["method"],
  ["status"],
  ["status_code"],
])("adds up to all requests where it has the label %s only", (label) => {
  const rates = ratesOf([label]);
  expect(rates.reduce((sum, [, rate]) => sum + rate, 0)).toBeCloseTo(1000);
  expect(new Set(rates.map(([set]) => set)).size).toBe(rates.length);
  expect(rates.every(([set]) => set.startsWith(`${label}="`))).toBe(true);
});
