import { readFileSync } from "node:fs";
import { synthesisPart } from "./synth/synthesis-part";
import { withWritten } from "../../cli/written-part";

it.each(["synth", "rules", "proofs", "incidents", "tests"])(
  "docs/performance.md has a place for what the bench %s writes",
  (bench) => {
    const page = readFileSync("docs/performance.md", "utf8");
    expect(
      withWritten(page, "figures", `npm run bench -- ${bench} --write`),
    ).toContain("\n\nfigures\n\n");
  },
);

it("judges each aim by what was measured", () => {
  const row = (count: number, bare: number, ours: number) => ({
    count,
    bare: { seconds: bare, mebibytes: 100 },
    ours: { seconds: ours, mebibytes: 1600 },
  });
  expect(synthesisPart([row(100, 1, 1.5), row(1000, 10, 20)])).toBe(
    `
| services | bare cdktf      | this project     | time ratio | memory ratio |
| -------- | --------------- | ---------------- | ---------- | ------------ |
| 100      | 1.0 s, 100 MiB  | 1.5 s, 1600 MiB  | 1.50       | 16.00        |
| 1,000    | 10.0 s, 100 MiB | 20.0 s, 1600 MiB | 2.00       | 16.00        |

| aim                              | at most | measured |        |
| -------------------------------- | ------- | -------- | ------ |
| time at 100, times bare cdktf    | 1.5     | 1.5      | met    |
| time at 1,000, times bare cdktf  | 1.5     | 2.0      | missed |
| time at 1,000, times that at 100 | 12      | 13.3     | missed |
| seconds at 1,000                 | 60      | 20.0     | met    |
| MiB at 1,000                     | 1536    | 1600     | missed |
`.trim(),
  );
});
