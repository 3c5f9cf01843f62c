import type { ReportSection } from "../model/report";
import { codequalSections } from "./reports/codequal";
import { cqvrSections } from "./reports/cqvr";
import { everySystemSections } from "./reports/every-system";

/** The reports for stakeholders, in the order in which they are read. A section is there once its system is declared. */
export const reports: readonly ReportSection[] = [
  ...cqvrSections,
  ...everySystemSections,
  ...codequalSections,
];
