import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/** Terraform evaluates these in any string. */
const TEMPLATE = /[$%]\{/;

/** Texts of an environment that Terraform would change, each with its path. */
export const checkTemplates = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] =>
  texts(path, environment, " ")
    .filter(([, text]) => TEMPLATE.test(text))
    .map(([where, text]) => ({
      path: where,
      message: "contains ${ or %{, which Terraform reads as an expression",
      got: text,
      next: "write the value itself",
    }));

/** All texts below a value, with their paths. */
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
