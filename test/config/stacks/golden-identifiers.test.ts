import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stale } from "../../../cli/generate/generate";
import { readGivenUp } from "../../../cli/generate/given-up";
import {
  agreedLists,
  staleLists,
} from "../../../cli/generate/identifier-files";
import { FOLDERS } from "../../../cli/generate/repository";
import { readIdentifiers } from "../../../inventory/identifiers/identifier-lists";
import { synthesised } from "../support/synthesise";

const agreed = agreedLists(FOLDERS.identifiers);
const now = synthesised({}, readIdentifiers);

/**
 * People's silences, links and history hang on these names, and what Terraform has created on its
 * addresses.
 */
it("runs nothing by another name than those that were agreed to", () => {
  expect(
    staleLists(agreed, now).map((file) =>
      stale(`${FOLDERS.identifiers}/${file}`),
    ),
  ).toEqual([]);
});

it.each(now.map((list) => [`${list.environment} ${list.kind}`, list] as const))(
  "has agreed to %s",
  (_, { environment, kind, lines }) => {
    expect(
      agreed.find(
        (list) => list.environment === environment && list.kind === kind,
      )?.lines,
    ).toEqual(lines);
  },
);

it("names in the changelog whatever was given up", () => {
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  expect(
    readGivenUp(readFileSync(`${FOLDERS.identifiers}/given-up.json`, "utf8"))
      .filter(({ name }) => !changelog.includes(name))
      .map(({ name, kind }) => `CHANGELOG.md does not name ${name} (${kind})`),
  ).toEqual([]);
});

it("keeps nothing else of a stack: a copy of everything is agreed to unread", () => {
  const kept = readdirSync(join(__dirname, "../.."), {
    recursive: true,
    encoding: "utf8",
  }).filter((path) => /\.snap$|cdk\.tf\.json$/.test(path));
  expect(kept).toEqual([]);
});
