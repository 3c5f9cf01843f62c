import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { PATHS } from "../priorities";

const common = {
  bornAtFirstEvent: { system: "accubooks" },
  window: minutes(5),
  limit: { name: "events", value: count(0, "events in 5 minutes") },
  for: minutes(0),
  priority: "P0",
  condition: "data-integrity",
  labels: { escalate: "true" },
  path: PATHS.integrity,
  action:
    "Stop writes to what is named, then keep the evidence: the lines and the rows.",
  dashboard: "accubooks-operations",
} as const;

/** Figures are wrong or belong to another tenant. A single case fires. */
export const integrityAlerts: readonly AlertDeclaration[] = [
  countAbove({
    ...common,
    name: "CalculationErrorDetected",
    counter: 'calculation_errors_total{system="accubooks"}',
    example: {
      'calculation_errors_total{system="accubooks", calculation="vat"}': 1,
    },
    by: ["calculation"],
    summary: "Calculation error detected in {{ $labels.calculation }}",
    groupBy: ["calculation"],
    description:
      "At least one figure of {{ $labels.calculation }} failed its check within 5 minutes. The alert keeps firing for an hour; the figure stays wrong until somebody corrects it.",
    runbook: "accubooks/data-integrity#calculationerrordetected",
  }),
  countAbove({
    ...common,
    name: "TenantIsolationViolation",
    counter: 'tenant_isolation_violations_total{system="accubooks"}',
    example: {
      'tenant_isolation_violations_total{system="accubooks", resource="invoice"}': 1,
    },
    by: ["resource"],
    summary: "Tenant isolation violated on {{ $labels.resource }}",
    groupBy: ["resource"],
    description:
      "At least one access to {{ $labels.resource }} touched data of another tenant within 5 minutes. The alert keeps firing for an hour; take it for a breach until it is shown to be none.",
    runbook: "accubooks/data-integrity#tenantisolationviolation",
  }),
];
