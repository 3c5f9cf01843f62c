import { findEngine } from "../../engines/find-engine";
import { formatProblem } from "../../model/problem";
import { checkProofs } from "../../proof/check-proofs";
import { environments, production } from "../support/organisation/environments";
import {
  depot,
  kiosk,
  market,
  services,
} from "../support/organisation/services";
import { proved, rulesAccepted } from "./proof-judgement";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const PROOF_LIMIT = 10 * 60 * 1000;

/** The platform records what some of their alerts read; its own proofs are run elsewhere. */
const of = [market, depot, kiosk].map(({ key }) => key);

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)(
  "the alerts and recorded series of %s do what their proofs say",
  async (_, environment) => {
    expect(checkProofs(services, environment).map(formatProblem)).toEqual([]);
    expect(await rulesAccepted(services, environment, promtool)).toMatchObject({
      agreed: true,
    });
    const { judged, failures } = await proved(services, environment, {
      promtool,
      of,
    });
    expect(judged).toBeGreaterThan(10);
    expect(failures).toBe("");
  },
  PROOF_LIMIT,
);

it(
  "an alert that does not do what its proof says is found",
  async () => {
    const late = depot.alerts
      .filter(({ name }) => name === "DepotFull")
      .map((alert) => ({ ...alert, expr: `${alert.expr} or vector(1)` }));
    const { failures } = await proved(
      [{ ...depot, alerts: late }],
      production,
      { promtool },
    );
    expect(failures).toContain("DepotFull");
  },
  PROOF_LIMIT,
);
