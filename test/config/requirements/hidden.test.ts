import { join } from "node:path";
import { prefixOf } from "../../../cli/coverage/requirement";
import { filesOf } from "../../stacks/output";
import { synthesised } from "../support/synthesise";
import { asked } from "./asked";

const prefixes = new Set(asked.catalogue.map(({ id }) => prefixOf(id)));
const ID = new RegExp(`\\b(${[...prefixes].join("|")})-[A-Z]*\\d[\\w.]*`);

/** Where a text of some files names a requirement. */
const named = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([path, text]) => {
    const [id] = ID.exec(text) ?? [];
    return id === undefined ? [] : [`${path}: ${id}`];
  });

it("would see an ID, and takes no other word for one", () => {
  const files = new Map([
    ["a", "Errors [CV-D3.1]"],
    ["b", "CVE-2026-1, a GEN-type and XCV-A1"],
  ]);
  expect(named(files)).toEqual(["a: CV-D3.1"]);
});

it("shows no ID in anything that is deployed", () => {
  const found = synthesised({}, (outdir) => {
    // The catalogue is of no resource; it holds the map from requirements to what meets them.
    const files = [...filesOf(outdir)].filter(
      ([path]) => !path.endsWith("/catalogue.json"),
    );
    expect(files.length).toBeGreaterThan(100);
    return named(new Map(files));
  });
  expect(found).toEqual([]);
});

it.each(["runbooks", "services", "operations"])(
  "shows no ID in docs/%s",
  (folder) => {
    const files = filesOf(join(__dirname, "../../../docs", folder));
    expect(files.size).toBeGreaterThan(3);
    expect(named(files)).toEqual([]);
  },
);
