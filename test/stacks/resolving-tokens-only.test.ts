import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Lazy, TerraformStack, Token, Tokenization } from "cdktf";
import { DefaultTokenResolver, StringConcat } from "cdktf";
import { resolvingTokensOnly } from "../../stacks/resolving-tokens-only";
import { writeStacks } from "../../stacks/synthesise";
import { environments, staging } from "../support/organisation/environments";

const options = {
  scope: new TerraformStack(new App(), "stack"),
  resolver: new DefaultTokenResolver(new StringConcat()),
};

const resolved = (value: unknown): unknown =>
  Tokenization.resolve(value, options);

function resolvedHere(value: unknown): unknown {
  let result: unknown;
  resolvingTokensOnly(() => {
    result = resolved(value);
  });
  return result;
}

const text = Token.asString({ ref: "a" });
const number = Token.asNumber(Lazy.numberValue({ produce: () => 7 }));
const list = Token.asList(Lazy.listValue({ produce: () => ["x", "y"] }));
const map = Token.asStringMap(Lazy.anyValue({ produce: () => ({ k: "v" }) }));
const any = Lazy.anyValue({ produce: () => ({ deep: [undefined, "z"] }) });

it.each<readonly [string, unknown]>([
  ["a text", { own: text, within: [`before ${text} behind`] }],
  [
    "a number",
    { own: number, within: [number], written: `n = ${String(number)}` },
  ],
  ["a list", { own: list, within: { below: list } }],
  ["a map", { own: map, within: [map] }],
  ["any value", { own: any, within: [any, { below: any }] }],
  ["a key", { [Token.asString("key")]: "value" }],
  ["nothing that is there", { a: undefined, b: [1, undefined, null], c: {} }],
  ["an expression of Terraform", { a: '${file("${path.module}/a")}', b: "}" }],
  ["a number that only looks like one", { a: "1e+5", b: 1e300, c: -0.5 }],
  ["nothing but values", { a: [true, { b: "x", c: [[]] }], d: null }],
])("resolves %s as cdktf does", (_, value) => {
  const expected = resolved(value);
  expect(resolvedHere(value)).toEqual(expected);
  expect(JSON.stringify(resolvedHere(value))).toBe(JSON.stringify(expected));
});

it("says what cdktf says of what cannot be resolved", () => {
  const value = { a: [() => 1] };
  expect(() => resolvedHere(value)).toThrow(
    "Trying to resolve a non-data object",
  );
});

it("hands back what has no token, and asks cdktf nothing", () => {
  const value = { a: ["x", { b: 1 }], c: '${file("d")}' };
  expect(resolvedHere(value)).toBe(value);
  expect(resolved(value)).not.toBe(value);
});

it("leaves cdktf as it was, after work that fails too", () => {
  const before = Object.getOwnPropertyDescriptor(Tokenization, "resolve");
  expect(() => {
    resolvingTokensOnly(() => {
      throw new Error("broken");
    });
  }).toThrow("broken");
  expect(Object.getOwnPropertyDescriptor(Tokenization, "resolve")).toEqual(
    before,
  );
});

it("is how stacks are written", () => {
  const asked = jest.spyOn(Tokenization, "resolve");
  const out = mkdtempSync(join(tmpdir(), "tokens-"));
  try {
    writeStacks([staging], { environments, services: [] }, out);
    const values = asked.mock.calls.map(([value]) => value as unknown);
    expect(values.length).toBeGreaterThan(0);
    // What is plain and without a token is written as it is.
    expect(
      values.filter(
        (value) =>
          typeof value === "object" &&
          value !== null &&
          Object.getPrototypeOf(value) === Object.prototype &&
          !JSON.stringify(value).includes("{TfToken["),
      ),
    ).toEqual([]);
  } finally {
    asked.mockRestore();
    rmSync(out, { recursive: true });
  }
});
