import {
  USER_ID_KEY,
  maskedAs,
  maskingStages,
  replaceStage,
} from "../../../helm/alloy/masking";
import { block } from "../../../helm/alloy/syntax";
import type { Block } from "../../../helm/alloy/syntax";
import { goProgram } from "../../support/go-program";
import { KEY, MASKED, ORDINARY } from "./masking-corpus";
import { itNeeding } from "../../support/describe-needing";

const program = goProgram("masking");
const test = itNeeding("Go modules", program !== undefined);

/** Lines as they leave the cluster, by Go's own regular expressions and templates. */
function leave(
  lines: readonly string[],
  stages: readonly Block[] = maskingStages('{environment="test"}'),
): readonly string[] {
  if (program === undefined) throw new Error("skipped without Go");
  return JSON.parse(
    program(JSON.stringify({ stages, lines }), { [USER_ID_KEY]: KEY }),
  ) as readonly string[];
}

/** What came out, beside what was expected, by what it is. */
const beside = (
  corpus: readonly (readonly [string, string, ...string[]])[],
  left: readonly string[],
) => Object.fromEntries(corpus.map(([name], index) => [name, left[index]]));

test("masks everything that must not leave", () => {
  const left = leave(MASKED.map(([, line]) => line));
  expect(beside(MASKED, left)).toEqual(
    Object.fromEntries(MASKED.map(([name, , leaves]) => [name, leaves])),
  );
});

test("leaves ordinary text as it was written", () => {
  const left = leave(ORDINARY.map(([, line]) => line));
  expect(beside(ORDINARY, left)).toEqual(Object.fromEntries(ORDINARY));
});

test("keeps JSON readable", () => {
  const objects = MASKED.filter(
    ([name, line]) =>
      line.startsWith("{") && !name.includes("a card as a number"),
  );
  for (const line of leave(objects.map(([, line]) => line))) {
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  }
});

test("changes nothing that is masked already", () => {
  const once = leave(
    MASKED.filter(([name]) => !name.includes("user")).map(([, line]) => line),
  );
  const ids = /[0-9a-f]{64}/;
  expect(leave(once.filter((line) => !ids.test(line)))).toEqual(
    once.filter((line) => !ids.test(line)),
  );
});

test("masks what a service adds, and only what its pattern captures", () => {
  const own = maskedAs({
    name: "tax-number",
    pattern: String.raw`tax no\. (\d{9})`,
  });
  expect(
    leave(["tax no. 123456789 of 987654321"], [replaceStage(own)]),
  ).toEqual(["tax no. <tax-number> of 987654321"]);
});

test("refuses what RE2 refuses", () => {
  expect(() =>
    leave(
      ["x"],
      [block("stage.replace", { expression: "(?=x)(x)", replace: "" })],
    ),
  ).toThrow("invalid or unsupported Perl syntax");
});

it("has a case for every kind of secret", () => {
  const kinds = new Set(
    MASKED.flatMap(
      ([, , leaves]) => leaves.match(/<[a-z-]+>|[0-9a-f]{64}/g) ?? [],
    ).map((found) => (found.startsWith("<") ? found : "hash")),
  );
  expect([...kinds].sort()).toEqual(
    ["<api-key>", "<card>", "<email>", "<jwt>", "<token>", "hash"].sort(),
  );
});
