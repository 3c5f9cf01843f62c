import type { Existing } from "./existing";

/**
 * A file of Terraform with import blocks. The comment names its environment: addresses are the same
 * in every environment, ids are not, and deploy.sh refuses the file of another one.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/import
 */
export const importBlocks = (
  environment: string,
  imports: readonly Existing[],
): string =>
  `${JSON.stringify(
    {
      "//": { environment },
      import: imports.map(({ address, id }) => ({ to: address, id })),
    },
    undefined,
    2,
  )}\n`;
