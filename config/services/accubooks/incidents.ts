import { grows, occurs } from "../../../model/incident";
import type { Incident } from "../../../model/incident";

/** Wrong figures, and data that another tenant saw. */
export const incidents: readonly Incident[] = [
  {
    name: "calculation-error",
    about: "One figure of the VAT is calculated wrongly, the first ever.",
    changes: [occurs('calculation_errors_total{calculation="vat"}')],
    expected: { page: { kind: "by", minute: 2 }, notifiedBy: 2 },
  },
  {
    name: "tenant-isolation-broken",
    about:
      "An access touches the invoices of another tenant, and another one forecasts.",
    changes: [
      occurs('tenant_isolation_violations_total{resource="invoice"}'),
      occurs('tenant_isolation_violations_total{resource="forecast"}', 3),
    ],
    // Each resource is an incident of its own: other data, other people to be informed.
    expected: {
      page: { kind: "by", minute: 2 },
      notifiedBy: 2,
      openAtOnce: 2,
    },
  },
  {
    name: "forecasts-queue",
    about: "Forecast jobs wait, one more each second, and none ends.",
    changes: [
      grows("forecast_queue_depth", 60),
      grows("forecast_jobs_total", 0),
    ],
    expected: { page: { kind: "perhaps" }, notifiedBy: 30 },
  },
];
