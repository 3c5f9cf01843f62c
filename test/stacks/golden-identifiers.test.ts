import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readIdentifiers } from "../../inventory/identifiers/identifier-lists";
import { synthesised } from "../support/synthesise";

const FOLDER = join(__dirname, "../golden/identifiers");

const lists = new Map(
  synthesised({}, readIdentifiers).map(({ environment, kind, lines }) => [
    `${environment}/${kind}.txt`,
    `${lines.join("\n")}\n`,
  ]),
);

if (process.env["UPDATE_GOLDEN"] === "1") {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [file, text] of lists) {
    mkdirSync(dirname(join(FOLDER, file)), { recursive: true });
    writeFileSync(join(FOLDER, file), text);
  }
}

/** People's silences, links and history hang on these names, and what Terraform has created on its addresses. */
describe("the names that are relied upon, which npm run golden writes anew,", () => {
  it.each([...lists])("are those that were agreed to: %s", (file, text) => {
    expect(readFileSync(join(FOLDER, file), "utf8")).toBe(text);
  });

  it("are of both environments, and no list is left of what is no more", () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith(".txt")).sort()).toEqual(
      [...lists.keys()].sort(),
    );
  });
});

it("keeps nothing else of a stack: a copy of everything is agreed to unread", () => {
  const kept = readdirSync(join(__dirname, ".."), {
    recursive: true,
    encoding: "utf8",
  }).filter((path) => /\.snap$|cdk\.tf\.json$/.test(path));
  expect(kept).toEqual([]);
});
