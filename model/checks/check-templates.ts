import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/** Terraform reads these in any text, and would put a file or a variable in their place. */
const TEMPLATE = /[$%]\{/;

/**
 * Texts of an environment that Terraform would not take as they are written, each with its path.
 */
export const checkTemplates = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] =>
  texts(path, environment, " ")
    .filter(([, text]) => TEMPLATE.test(text))
    .map(([where, text]) => ({
      path: where,
      message: "holds ${ or %{, which Terraform reads as an expression",
      got: text,
      next: "write the value itself",
    }));

/** Every text below a value, with its path. */
const texts = (
  path: string,
  value: unknown,
  separator: " " | ".",
): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(`${path}${separator}${key}`, inner, "."),
  );
};
