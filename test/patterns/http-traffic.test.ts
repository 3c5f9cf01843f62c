import { httpTraffic } from "../../patterns/http-traffic";

const rates = (...args: Parameters<typeof httpTraffic>) =>
  Object.entries(httpTraffic(...args).sets).map(
    ([set, { perSecond }]) => [set, Number(perSecond.toPrecision(6))] as const,
  );

it("divides requests among good answers, wrong callers and a rare failure", () => {
  expect(rates(100)).toEqual([
    ['method="GET",status="200"', 80],
    ['method="POST",status="201"', 12],
    ['method="PUT",status="200"', 5],
    ['method="GET",status="404"', 2],
    ['method="POST",status="400"', 0.98],
    ['method="GET",status="500"', 0.02],
  ]);
});

it("calls the status as the counter does, and sums over a label that it lacks", () => {
  expect(rates(100, ["status_code"])).toEqual([
    ['status_code="200"', 85],
    ['status_code="201"', 12],
    ['status_code="404"', 2],
    ['status_code="400"', 0.98],
    ['status_code="500"', 0.02],
  ]);
});
