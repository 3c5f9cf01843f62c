import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { findEngine } from "../../../engines/find-engine";
import { INCIDENT_PROGRAMS } from "../../../engines/incident-programs";
import type { Service } from "../../../model/service";
import { judgeIncidents } from "../../../proof/incidents/judgement";
import {
  incidentFiles,
  runIncidents,
} from "../../../proof/incidents/run-incidents";
import { production } from "../../support/environments/production";
import { market, services } from "../../support/organisation/services";

/** A first run may build the engines. */
const LIMIT = 20 * 60 * 1000;

async function lived(organisation: readonly Service[], kind: string) {
  const files = incidentFiles(
    organisation,
    production,
    (service, incident) => service.key === market.key && incident.kind === kind,
  );
  const { lived: all, failed } = await runIncidents(
    files,
    organisation,
    production,
    INCIDENT_PROGRAMS,
    {
      promtool: await findEngine("promtool"),
      jobs: 2,
      memory: promtoolMemory(process.env),
    },
  );
  const [judged] = judgeIncidents(all, organisation, production, []);
  return {
    failed,
    woken: judged?.pages.map(({ recipient, minute }) => [
      recipient.system,
      Math.floor(minute),
    ]),
    differences: judged?.differences,
    rules: judged?.file.file.rules.length ?? 0,
  };
}

it(
  "wakes the owner of a system that is gone, once, within five minutes",
  async () => {
    const { failed, woken, differences } = await lived(
      services,
      "everything-gone",
    );
    expect({ failed, differences }).toEqual({ failed: [], differences: [] });
    expect(woken?.map(([system]) => system)).toEqual([market.key]);
  },
  LIMIT,
);

it(
  "says so where the alert that wakes them is missing",
  async () => {
    const without = services.map((service) =>
      service.key === market.key
        ? {
            ...service,
            alerts: service.alerts.filter(({ priority }) => priority !== "P0"),
          }
        : service,
    );
    const { differences } = await lived(without, "everything-gone");
    // Its budget burns, which is noticed minutes later.
    expect(differences).toContainEqual(
      expect.stringMatching(/^the owner must be woken within 5 min, and is/u),
    );
  },
  LIMIT,
);

it(
  "wakes nobody when all pods are replaced",
  async () => {
    const { failed, woken } = await lived(services, "deployment");
    expect({ failed, woken }).toEqual({ failed: [], woken: [] });
  },
  LIMIT,
);
