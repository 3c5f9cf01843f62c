import { closures } from "../../../cli/check/closure";
import { keysIn } from "../../../cli/check/keys";
import { rememberable, testPlan } from "../../../cli/check/test-plan";
import { sourceTree } from "./source-tree";

const PURE = "test/model/pure.test.ts";
const READS = "test/stacks/reads.test.ts";
const DELIVERY = "test/config/delivery/hours.test.ts";
const LIVE = "test/alertmanager/silences-live.test.ts";

const tree = sourceTree({
  [PURE]: "",
  [READS]: 'import "node:fs";',
  [DELIVERY]: 'import "node:fs"; import "../../../config/services";',
  [LIVE]: 'import "node:net";',
  "test/model/table.ts": "",
  "config/services/index.ts": "",
});
const closure = closures(tree);
const keys = keysIn(tree, closure, "");

it("runs waiting tests beside computing ones", () => {
  expect(testPlan(tree.paths, [])).toEqual({
    waiting: [LIVE, DELIVERY],
    computing: [PURE, READS],
  });
});

it("runs the chosen tests", () => {
  expect(testPlan(tree.paths, [/model/, /hours/])).toEqual({
    waiting: [DELIVERY],
    computing: [PURE],
  });
});

it.each([
  ["self-contained tests, and delivery", "a tree", [DELIVERY, PURE]],
  ["no delivery tests where rendering failed", undefined, [PURE]],
])("can cache %s", (_, rendered, known) => {
  expect([...rememberable(tree, closure, keys, rendered).keys()]).toEqual(
    known,
  );
});
