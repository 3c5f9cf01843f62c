import { production } from "../support/organisation/environments";
import { reportDefinitions } from "../../kubernetes/reports/report-definitions";
import type {
  ReportDefinitions,
  SummaryDefinition,
} from "../../reports/definitions";
import { reportNamed } from "../../reports/read-definitions";
import { services } from "../support/organisation/services";
import { sections } from "./sections";

/** The reports of production with all recorded sections. */
export function definitions(): ReportDefinitions {
  const found = reportDefinitions(
    production,
    services.map((service) =>
      service.key === "platform" ? { ...service, reports: sections } : service,
    ),
  );
  if (found === undefined) throw new Error("production sends no reports");
  return found;
}

/** A report of numbers. */
export function summary(name: "weekly" | "monthly"): SummaryDefinition {
  const found = reportNamed(definitions(), name);
  if (found.kind !== "summary") throw new Error(`${name} has no numbers`);
  return found;
}
