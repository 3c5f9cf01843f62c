import { coverageTable } from "../../../cli/coverage/coverage-table";

it("counts by system and kind, and says what the rest waits for", () => {
  const requirement = (id: string) => ({ id, origin: "seed", text: "" });
  expect(
    coverageTable(
      ["CV-A1", "CV-A2", "CV-D1.2", "GEN-7"].map(requirement),
      new Set(["CV-A1", "GEN-7"]),
      [{ ids: ["CV-A2"], waitsFor: "alerts" }],
    ),
  ).toBe(`system kind     met/all
CV A              1/2  open CV-A2: alerts
CV D              0/1  open CV-D1.2: nothing: it is missing
GEN               1/1  `);
});
