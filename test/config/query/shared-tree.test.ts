import { metricQueries } from "../../../model/dashboard";
import { parseableText } from "../../../query/promql/parseable-text";
import { treeOf } from "../../../query/promql/shared-tree";
import { syntaxTree } from "../../../query/promql/syntax";
import { nodesOf } from "../../query/promql/nodes";
import { services } from "../support/declared";

const declared = [
  ...new Set(
    services.flatMap(({ recording, alerts, dashboards }) =>
      [
        ...recording.flatMap(({ rules }) => rules),
        ...alerts,
        ...dashboards.flatMap(({ panels }) =>
          panels.flatMap(({ queries }) => metricQueries(queries)),
        ),
      ].map(({ expr }) => parseableText(expr)),
    ),
  ),
];

it("gives each declared query the tree that it has by itself", () => {
  expect(declared.length).toBeGreaterThan(500);
  expect(declared.map((text) => nodesOf(treeOf(text)))).toEqual(
    declared.map((text) => nodesOf(syntaxTree(text))),
  );
});
