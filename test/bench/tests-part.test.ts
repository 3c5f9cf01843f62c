import { testsPart } from "./tests/tests-part";

const run = { aim: 4, seconds: 200, cpuSeconds: 399.6, verdict: "5 passed" };

it("judges each run by its aim", () => {
  expect(
    testsPart([
      { ...run, name: "nothing changed" },
      { ...run, name: "one alert edited", seconds: 241 },
    ]),
  ).toBe(
    `
| run              | at most | on the clock | of the processors |        |
| ---------------- | ------- | ------------ | ----------------- | ------ |
| nothing changed  | 4 min   | 3 min 20 s   | 6 min 40 s        | met    |
| one alert edited | 4 min   | 4 min 1 s    | 6 min 40 s        | missed |

Each with the verdict 5 passed.
`.trim(),
  );
});

it("fails where the cache changes the verdict", () => {
  expect(() =>
    testsPart([
      { ...run, name: "cold" },
      { ...run, name: "warm", verdict: "4 passed" },
    ]),
  ).toThrow("not the same verdict: cold: 5 passed; warm: 4 passed");
});
