/** What a program came to: its exit code, and everything that it wrote. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs Terraform with these arguments in the folder of a stack. */
export type Terraform = (args: readonly string[]) => Outcome;

/** What Terraform says of a stack. */
export type Verdict =
  | { readonly kind: "valid" }
  | { readonly kind: "invalid"; readonly output: string }
  | {
      /** Without the programs of its providers it can say nothing. */
      readonly kind: "not-checked";
      readonly reason: string;
    };

/**
 * How `terraform init` says that it could not have a provider, and not that something is wrong with
 * the stack.
 */
const NO_PROVIDER =
  /Failed to (?:query available provider packages|install provider)|Could not retrieve the list of available/;

/**
 * Has Terraform compare a stack with the schemas of its providers; no state and no cluster is
 * asked.
 * @see https://developer.hashicorp.com/terraform/cli/commands/validate
 */
export function validateStack(terraform: Terraform): Verdict {
  const init = terraform([
    "init",
    "-backend=false",
    "-input=false",
    "-no-color",
  ]);
  if (init.status === null) {
    return { kind: "not-checked", reason: "there is no terraform on PATH" };
  }
  if (init.status !== 0) {
    return NO_PROVIDER.test(init.output)
      ? { kind: "not-checked", reason: "its providers could not be installed" }
      : { kind: "invalid", output: init.output };
  }
  const { status, output } = terraform(["validate", "-no-color"]);
  return status === 0 ? { kind: "valid" } : { kind: "invalid", output };
}
