import { readsEverySystem } from "../../../model/service";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { healthy } from "../../proof/proof-judgement";
import { services } from "../support/declared";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const LIMIT = 15 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

it.each(environments.map((environment) => [environment.name, environment]))(
  "%s has no alert while its systems are healthy, and each SLO is within its objective",
  async (_, environment) => {
    expect(await healthy(services, environment, { promtool })).toEqual({
      // Those that read every system are judged together.
      judged:
        services.filter((service) => !readsEverySystem(service)).length + 1,
      failures: "",
    });
  },
  LIMIT,
);
