import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "../../../cli/coverage/declared-counts";
import { requirementEntries } from "../../../cli/coverage/requirement-entries";
import {
  MET_FOLDER,
  REQUIREMENTS_FOLDER,
  readRequirements,
} from "../../../cli/coverage/read-requirements";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "monitoring-stack-requirements-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const catalogue = [{ id: "X-A1", origin: "seed", text: "A shop" }];
const awaited = [{ ids: ["X-A2"], waitsFor: "people" }];
const expected = Object.fromEntries(KINDS.map((kind) => [kind, 1]));
const systems = [{ system: "shop", prefixes: ["X"], expected }];

function write(change: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(join(root, MET_FOLDER), { recursive: true });
  writeFileSync(join(root, MET_FOLDER, "X.txt"), "X-A1 shop alert A\n");
  const files = {
    "catalogue.json": catalogue,
    "awaited.json": awaited,
    "expected-counts.json": { systems, together: [] },
    ...change,
  };
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(root, REQUIREMENTS_FOLDER, name), JSON.stringify(value));
  }
}

it("reads what an organisation wrote", () => {
  write();
  expect(readRequirements(root)).toEqual({
    catalogue,
    met: [{ id: "X-A1", address: "shop alert A", file: "X.txt", line: 1 }],
    awaited,
    expected: systems,
    together: [],
  });
});

it("asks for nothing where there is no folder", () => {
  expect(readRequirements(root)).toBeUndefined();
});

it.each<[string, unknown, string]>([
  ["catalogue.json", [{ id: "X-A1" }], "catalogue.json"],
  ["awaited.json", [{ ids: "X-A1", waitsFor: "people" }], "awaited.json"],
  [
    "expected-counts.json",
    { systems: [{ ...systems[0], expected: { alerts: 1 } }], together: [] },
    "expected-counts.json systems",
  ],
  ["expected-counts.json", { systems }, "expected-counts.json together"],
])("refuses %s of another form", (file, value, named) => {
  write({ [file]: value });
  expect(() => readRequirements(root)).toThrow(
    `config/requirements/${named}: not the list that was expected: `,
  );
});

it("hands each requirement on with all that meets it", () => {
  write({
    "catalogue.json": [
      ...catalogue,
      { id: "X-A2", origin: "derived", text: "A till" },
    ],
  });
  writeFileSync(
    join(root, MET_FOLDER, "X.txt"),
    "X-A1 shop alert A\nX-A1 file shop.ts\n",
  );
  expect(requirementEntries(root)).toEqual([
    {
      id: "X-A1",
      origin: "seed",
      text: "A shop",
      metBy: ["shop alert A", "file shop.ts"],
    },
    { id: "X-A2", origin: "derived", text: "A till", metBy: [] },
  ]);
});

it("hands on nothing where nothing was asked for", () => {
  expect(requirementEntries(root)).toBeUndefined();
});
