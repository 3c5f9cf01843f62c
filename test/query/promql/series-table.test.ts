import { values } from "../../../model/label-values";
import type { SeriesFacts } from "../../../query/promql/series-catalogue";
import { SeriesTable } from "../../../query/promql/series-table";

const facts = (system: string, ...more: readonly string[]): SeriesFacts => ({
  type: "recorded",
  labels: {
    names: new Set(["system", ...more]),
    exact: true,
    values: new Map([["system", values(system)]]),
  },
  owners: [],
});

it("unites what several sources say, also of one that comes after somebody asked", () => {
  const table = new SeriesTable();
  table.add("a", "x", facts("a"));
  expect(table.get("x")).toEqual(facts("a"));
  table.add("b", "x", facts("b"));
  expect(table.get("x")).toEqual({
    ...facts("a"),
    labels: {
      names: new Set(["system"]),
      exact: true,
      values: new Map([["system", values("a", "b")]]),
    },
    owners: ["system"],
  });
});

it("is exact only where all have the same labels", () => {
  const table = new SeriesTable();
  table.add("a", "x", facts("a", "queue"));
  table.add("b", "x", facts("b"));
  expect(table.get("x")?.labels).toMatchObject({
    names: new Set(["system", "queue"]),
    exact: false,
  });
});

it("lets each system see its own, and who else has the name", () => {
  const table = new SeriesTable();
  table.add("a", "x", facts("a", "queue"));
  table.add("b", "x", facts("b"));
  expect(table.of("b").get("x")).toEqual({ ...facts("b"), owners: ["system"] });
  expect(table.of("c").get("x")).toEqual(table.get("x"));
  expect(table.of("a").get("y")).toBeUndefined();
});
