import type { AlertCheckContext } from "../../model/checks/check-alerts";
import type { Problem } from "../../model/problem";
import type { Service } from "../../model/service";
import { sloAlerts } from "./tier-alerts";

/** The runbook pages of generated SLO alerts must exist, as for declared alerts. */
export const checkSloAlerts = (
  service: Service,
  { runbooks }: AlertCheckContext,
): readonly Problem[] =>
  [
    ...new Set(
      service.slos.flatMap((slo) =>
        sloAlerts(slo, service.key).map(({ runbook }) => runbook),
      ),
    ),
  ]
    .filter((runbook) => !runbooks.has(runbook))
    .map((runbook) => ({
      path: `services/${service.key} slos`,
      message: "the runbook page of their alerts does not exist",
      got: runbook,
      next: "npm run generate -- --scaffold writes it; fill in its text",
    }));
