import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listRunbooks } from "../../checks/list-runbooks";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "list-runbooks-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function page(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

it("lists pages at any depth without suffix, and nothing else", () => {
  page("README.md", "no heading");
  page("shop/errors.md", "text");
  page("shop/picture.png", "# not a page");
  expect([...listRunbooks(folder)].sort()).toEqual(["README", "shop/errors"]);
});

it.each([
  ["# QueueBacklog", "queuebacklog"],
  ["## Who is notified?", "who-is-notified"],
  ["###### Größe, im Einzelnen ", "größe-im-einzelnen"],
  ["## `le` and 5_m", "le-and-5_m"],
])("makes an anchor of %p as GitHub does", (heading, anchor) => {
  page("shop/errors.md", `text\n${heading}\ntext\n`);
  expect([...listRunbooks(folder)]).toEqual([
    "shop/errors",
    `shop/errors#${anchor}`,
  ]);
});

it.each([["#no space"], ["text # behind"], ["####### seven"]])(
  "makes no anchor of %p",
  (line) => {
    page("shop/errors.md", line);
    expect([...listRunbooks(folder)]).toEqual(["shop/errors"]);
  },
);
