import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, generate } from "../../../cli/generate/generate";
import { generatedDocuments } from "../../../cli/generate/generated-documents";
import { agreedLists } from "../../../cli/generate/identifier-files";
import {
  FOLDERS,
  SOURCES,
  workingTree,
} from "../../../cli/generate/repository";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "generate-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const tree = workingTree(new Date());

/** The repository as it is, with other alerts and without writing anything. */
const place = (...alerts: readonly string[]) => ({
  sources: SOURCES,
  folders: { ...FOLDERS, identifiers: folder },
  repository: {
    ...tree,
    write: (path: string, text: string) => {
      if (!path.startsWith(folder)) throw new Error(`${path} is stale`);
      tree.write(path, text);
    },
  },
  identifiers: () => [
    { environment: "production", kind: "alerts", lines: alerts },
  ],
});
const nothing = { scaffold: false, accept: [] };

it("takes up what is new, and then has nothing to write", () => {
  expect(generate(place("A{}"), nothing).exitCode).toBe(0);
  expect(generate(place("A{}", "B{}"), nothing)).toEqual({
    exitCode: 0,
    lines: [`${folder}/production/alerts.txt written`],
  });
  expect(generate(place("A{}", "B{}"), nothing).lines).toEqual([
    "everything was up to date",
  ]);
});

it("refuses to lose a name, and writes none of the lists", () => {
  generate(place("A{}"), nothing);
  const { exitCode, lines } = generate(place("B{}"), nothing);
  expect(exitCode).toBe(1);
  expect(lines.join("\n")).toContain("production alerts: A{}");
  expect(agreedLists(folder)).toEqual(place("A{}").identifiers());
});

it("gives up a name that was accepted, and keeps that", () => {
  generate(place("A{}"), nothing);
  expect(generate(place("B{}"), { ...nothing, accept: ["A"] }).exitCode).toBe(
    0,
  );
  expect(agreedLists(folder)).toEqual(place("B{}").identifiers());
  generate(place("B{}", "C{}"), nothing);
  expect(
    JSON.parse(readFileSync(join(folder, "given-up.json"), "utf8")),
  ).toEqual([
    { name: "A", kind: "alerts", environment: "production", was: "A{}" },
  ]);
});

it("ends with 2 where a name that is not gone was accepted", () => {
  generate(place("A{}"), nothing);
  expect(generate(place("A{}"), { ...nothing, accept: ["A"] }).exitCode).toBe(
    2,
  );
});

it("names what is stale without writing it", () => {
  generate(place("A{}"), nothing);
  expect(check(place("A{}"))).toEqual({
    exitCode: 0,
    lines: ["everything generated is up to date"],
  });
  expect(check(place("B{}"))).toEqual({
    exitCode: 1,
    lines: [
      `${folder}/production/alerts.txt is stale: npm run generate writes it`,
    ],
  });
  expect(agreedLists(folder)).toEqual(place("A{}").identifiers());
});

it("writes no page about requirements where nothing was asked for by ID", () => {
  const pages = (sources: typeof SOURCES): readonly string[] => [
    ...generatedDocuments(sources, FOLDERS, tree).keys(),
  ];
  const all = pages(SOURCES);
  expect(all).toContain(FOLDERS.requirements);
  expect(pages({ ...SOURCES, requirements: undefined })).toEqual(
    all.filter((path) => !path.startsWith("docs/requirements")),
  );
});
