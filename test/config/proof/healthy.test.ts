import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { failureReport } from "../../../cli/proof/report";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { judge } from "../../../proof/judge";
import { healthyFiles } from "../../../proof/typical/healthy-files";
import { services } from "../support/declared";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const LIMIT = 15 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

it.each(environments.map((environment) => [environment.name, environment]))(
  "%s has no alert in the busiest hour of a healthy system, and each SLO within its objective",
  async (name, environment) => {
    const judgements = await judge(healthyFiles(services, environment), {
      promtool,
      jobs: 2,
      memory: promtoolMemory(process.env),
    });
    expect(judgements).toHaveLength(services.length);
    expect(failureReport(name, judgements)).toBe("");
  },
  LIMIT,
);
