import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import {
  InputError,
  fits,
  fitsIn,
  fromJson,
  listOrNone,
  readJsonFile,
  texts,
} from "../../input/json";

const GROUPS = v.object({
  groups: listOrNone(
    v.object({ interval: v.number(), state: v.picklist(["on", "off"]) }),
  ),
  labels: v.optional(texts, {}),
});

it("gives what the schema names, and leaves out the rest", () => {
  expect(
    fits(GROUPS, {
      groups: [{ interval: 30, state: "on", since: 1 }],
      labels: { a: "b" },
      more: true,
    }),
  ).toEqual({ groups: [{ interval: 30, state: "on" }], labels: { a: "b" } });
});

it.each([[{ groups: null }], [{}]])("takes %j for an empty list", (value) => {
  expect(fits(GROUPS, value)).toEqual({ groups: [], labels: {} });
});

it.each<[unknown, string]>([
  [undefined, "the whole is missing where an object is due"],
  [null, "the whole is null where an object is due"],
  ["<html>", 'the whole is "<html>" where an object is due'],
  [{ groups: {} }, "groups is an object where a list is due"],
  [{ groups: ["a"] }, 'groups[0] is "a" where an object is due'],
  [{ groups: [{ state: "on" }] }, "groups[0].interval is missing"],
  [
    { groups: [{ interval: "30", state: "on" }] },
    'groups[0].interval is "30" where a number is due',
  ],
  [
    { groups: [{ interval: 30, state: ["on"] }] },
    'groups[0].state is a list where "on" | "off" is due',
  ],
  [
    {
      groups: [
        { interval: 30, state: "ok" },
        { interval: null, state: "on" },
      ],
    },
    'groups[0].state is "ok" where "on" | "off" is due, and 1 more of this kind',
  ],
  [{ labels: { "a.b/c": 1 } }, 'labels["a.b/c"] is 1 where a text is due'],
  [{ labels: { a: [] } }, "labels.a is a list where a text is due"],
  [{ labels: [] }, "labels is a list where an object is due"],
  [
    { groups: "x".repeat(70) },
    `groups is "${"x".repeat(59)}… where a list is due`,
  ],
])("says where %j does not fit, and why", (value, message) => {
  expect(() => fits(GROUPS, value)).toThrow(new InputError(message));
});

it("names the source", () => {
  expect(() => fitsIn(GROUPS, { groups: 1 }, "rules of Loki")).toThrow(
    new InputError("rules of Loki: groups is 1 where a list is due"),
  );
});

it.each([
  ["", "answer is no JSON: it is empty"],
  [
    "<html>\n<body>Sign in",
    'answer is no JSON: it begins with "<html>\\n<body>Sign in"',
  ],
  ["{", 'answer is no JSON: it begins with "{"'],
  ["7", "answer: the whole is 7 where an object is due"],
])("refuses the text %j", (text, message) => {
  expect(() => fromJson(GROUPS, text, "answer")).toThrow(
    new InputError(message),
  );
});

it("names the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "json-"));
  try {
    const file = join(folder, "a.json");
    writeFileSync(file, '{"groups":1}');
    expect(() => readJsonFile(GROUPS, file)).toThrow(
      new InputError(`${file}: groups is 1 where a list is due`),
    );
    writeFileSync(file, '{"groups":[]}');
    expect(readJsonFile(GROUPS, file)).toEqual({ groups: [], labels: {} });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
