/** Result of a program: its exit code and output. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs Terraform with these arguments in the folder of a stack. */
export type Terraform = (args: readonly string[]) => Outcome;

/** Terraform's verdict on a stack. */
export type Verdict =
  | { readonly kind: "valid" }
  | { readonly kind: "invalid"; readonly output: string }
  | {
      /** Terraform cannot validate without its providers. */
      readonly kind: "not-checked";
      readonly reason: string;
    };

/**
 * Output of `terraform init` when a provider could not be installed, which is not a fault of the
 * stack.
 */
const NO_PROVIDER =
  /Failed to (?:query available provider packages|install provider)|Could not retrieve the list of available/;

/**
 * Runs `terraform validate`: compares a stack with the schemas of its providers, without state or
 * cluster.
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
