import { production } from "../../config/environments/production";
import { reportDefinitions } from "../../kubernetes/reports/report-definitions";
import type {
  ReportDefinitions,
  SummaryDefinition,
} from "../../reports/definitions";
import { reportNamed } from "../../reports/read-definitions";
import { services } from "../support/declared";
import { goodService } from "../support/services";

/** Systems whose sections are recorded, whether or not the repository declares them. */
const SYSTEMS = ["cqvr", "codequal"];

/** The reports of production if every system is declared. */
export function definitions(): ReportDefinitions {
  const missing = SYSTEMS.filter((key) =>
    services.every((service) => service.key !== key),
  );
  const found = reportDefinitions(production, [
    ...services,
    ...missing.map((key) => ({ ...goodService, key })),
  ]);
  if (found === undefined) throw new Error("production sends no reports");
  return found;
}

/** A report of numbers. */
export function summary(name: "weekly" | "monthly"): SummaryDefinition {
  const found = reportNamed(definitions(), name);
  if (found.kind !== "summary") throw new Error(`${name} has no numbers`);
  return found;
}
