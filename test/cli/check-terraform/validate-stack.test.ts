import { WHOLE_PARTS } from "../../../cli/check/parts";
import { validateStack } from "../../../cli/check-terraform/validate-stack";
import type { Outcome } from "../../../cli/check-terraform/validate-stack";

const good: Outcome = { status: 0, output: "" };

/** A Terraform that answers so, and what it was asked. */
function answering(init: Outcome, validate: Outcome = good) {
  const asked: string[] = [];
  const verdict = validateStack((args) => {
    asked.push(args.join(" "));
    return args[0] === "init" ? init : validate;
  });
  return { verdict, asked };
}

it("has Terraform read the providers' schemas, and neither state nor terminal", () => {
  const { verdict, asked } = answering(good);
  expect(verdict).toEqual({ kind: "valid" });
  expect(asked).toEqual([
    "init -backend=false -input=false -no-color",
    "validate -no-color",
  ]);
});

it("says what is wrong with a stack", () => {
  const output = 'Error: Unsupported argument "helm_release.x"';
  expect(answering(good, { status: 1, output }).verdict).toEqual({
    kind: "invalid",
    output,
  });
  expect(answering({ status: 1, output }).verdict).toEqual({
    kind: "invalid",
    output,
  });
});

it.each([
  "Error: Failed to query available provider packages",
  "Error: Failed to install provider",
])("checks nothing where the providers cannot be had: %s", (output) => {
  const { verdict, asked } = answering({ status: 1, output });
  expect(verdict).toEqual({
    kind: "not-checked",
    reason: "its providers could not be installed",
  });
  expect(asked).toHaveLength(1);
});

it("checks nothing without Terraform", () => {
  expect(answering({ status: null, output: "" }).verdict).toEqual({
    kind: "not-checked",
    reason: "there is no terraform on PATH",
  });
});

it("is a part of the whole", () => {
  expect(WHOLE_PARTS.map(({ name }) => name)).toContain("terraform validate");
});
