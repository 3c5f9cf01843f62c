import { lacksNeed } from "../../../cli/check/run-part";

it.each([
  [3, true],
  [0, false],
  [1, false],
  [null, false],
])(
  "takes the exit code %s of a part that may lack something",
  (code, lacks) => {
    expect(lacksNeed({ needs: "Terraform providers" }, code)).toBe(lacks);
  },
);

it("lets a part that may lack nothing fail with the same code", () => {
  expect(lacksNeed({}, 3)).toBe(false);
});
