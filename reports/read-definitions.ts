import * as v from "valibot";
import { InputError, fitsIn, fromJson } from "../input/json";
import { REPORT_UNITS } from "../model/report";
import { FORMAT } from "./definitions";
import type { ReportDefinition, ReportDefinitions } from "./definitions";
import { ReportError } from "./report-error";
import type { Schema } from "../input/json";

const QUERY = v.object({
  title: v.string(),
  expr: v.string(),
  unit: v.picklist(REPORT_UNITS),
  decimals: v.exactOptional(v.number()),
  signed: v.exactOptional(v.boolean()),
  by: v.exactOptional(v.array(v.string())),
  first: v.exactOptional(v.picklist(["highest", "lowest", "name"])),
});

const REPORT = v.variant("kind", [
  v.object({
    kind: v.literal("summary"),
    title: v.string(),
    days: v.number(),
    onFirstWorkingDay: v.boolean(),
    recipients: v.array(v.string()),
    sections: v.array(
      v.object({
        title: v.string(),
        queries: v.array(QUERY),
        notes: v.array(v.string()),
      }),
    ),
  }),
  v.object({
    kind: v.literal("file"),
    title: v.string(),
    file: v.string(),
    recipients: v.array(v.string()),
  }),
]);

const DEFINITIONS: Schema<ReportDefinitions> = v.object({
  format: v.literal(FORMAT),
  environment: v.string(),
  timeZone: v.string(),
  prometheusUrl: v.string(),
  grafanaUrl: v.string(),
  mail: v.object({
    host: v.string(),
    port: v.number(),
    tls: v.picklist(["required", "none"]),
    from: v.string(),
    user: v.string(),
    passwordFile: v.string(),
  }),
  slack: v.exactOptional(
    v.object({ channel: v.string(), webhookFile: v.string() }),
  ),
  reports: v.record(v.string(), REPORT),
});

const FORMATTED = v.object({ format: v.unknown() });

/**
 * Parses the definitions that the environment's apply has written.
 * @throws ReportError if they have another format or another environment
 */
export function readDefinitions(
  text: string,
  environment: string,
): ReportDefinitions {
  const found = read(() => fromJson(v.unknown(), text, SOURCE));
  const { format } = read(() => fitsIn(FORMATTED, found, SOURCE));
  // Checked first: another format may differ in everything else.
  if (format !== FORMAT) {
    throw new ReportError(
      `the definitions have format ${String(format)}, this program reads ${String(FORMAT)}`,
      "build the image from the commit that was applied, and name its version in reports.image of the environment",
    );
  }
  const definitions = read(() => fitsIn(DEFINITIONS, found, SOURCE));
  if (definitions.environment !== environment) {
    throw new ReportError(
      `the definitions are for ${definitions.environment}, not of ${environment}`,
      "name that environment, or mount the other's definitions",
    );
  }
  return definitions;
}

const SOURCE = "what holds the definitions";

function read<T>(reader: () => T): T {
  try {
    return reader();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new ReportError(
      error.message,
      "apply the environment again: it writes them",
    );
  }
}

/** One of the reports. @throws ReportError if there is none with that name */
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
