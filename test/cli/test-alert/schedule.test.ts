import { schedule } from "../../../cli/test-alert/schedule";

it("lasts five minutes, and is notified after the longest group wait", () => {
  expect(schedule([0, 30_000, 10_000], 1, 15_000)).toEqual({
    limit: 45_000,
    lifetime: 300_000,
  });
});

it("leaves each other member of a cluster its turn", () => {
  expect(schedule([30_000], 3, 15_000).limit).toBe(75_000);
});

it("outlasts a longer group wait, since an ended alert notifies nobody", () => {
  expect(schedule([300_000], 1, 15_000)).toEqual({
    limit: 315_000,
    lifetime: 345_000,
  });
});
