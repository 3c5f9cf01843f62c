/**
 * Makes text survive Terraform, which reads `${` and `%{` in every string as the start of a
 * template. Text in files that Terraform reads with `file()` needs no escaping; everything written
 * into an attribute does.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export const escapeTemplate = (text: string): string =>
  text.split("${").join("$${").split("%{").join("%%{");
