import { FORMAT } from "./definitions";
import type { ReportDefinition, ReportDefinitions } from "./definitions";
import { ReportError } from "./report-error";

/**
 * Reads what the environment's apply has written.
 * @throws ReportError where it is of another form or another environment
 */
export function readDefinitions(
  text: string,
  environment: string,
): ReportDefinitions {
  const found = parsed(text);
  const format = found["format"];
  if (format !== FORMAT) {
    throw new ReportError(
      `the definitions have format ${String(format)}, this program reads ${String(FORMAT)}`,
      "build the image from the commit that was applied, and name its version in reports.image of the environment",
    );
  }
  const definitions = found as unknown as ReportDefinitions;
  if (definitions.environment !== environment) {
    throw new ReportError(
      `the definitions are those of ${definitions.environment}, not of ${environment}`,
      "name that environment, or mount the other's definitions",
    );
  }
  return definitions;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ReportError(
      `the definitions are no JSON: ${error instanceof Error ? error.message : String(error)}`,
      "apply the environment again: it writes them",
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ReportError(
      "the definitions are no JSON object",
      "apply the environment again: it writes them",
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

/** One of the reports. @throws ReportError where there is none of that name */
export function reportNamed(
  { reports, environment }: ReportDefinitions,
  name: string,
): ReportDefinition {
  const found = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (found === undefined) {
    throw new ReportError(
      `${environment} has no report "${name}"`,
      `name one of ${Object.keys(reports).join(", ")}`,
    );
  }
  return found;
}
