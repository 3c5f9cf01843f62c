import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { formatProblem } from "../../../model/problem";
import { checkProofs } from "../../../proof/check-proofs";
import { proved, rulesAccepted } from "../../proof/proof-judgement";
import { services } from "../support/declared";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const PROOF_LIMIT = 30 * 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

describe.each(
  environments.map((environment) => [environment.name, environment]),
)("%s", (_, environment) => {
  it(
    "has only rules that promtool accepts",
    async () => {
      expect(
        await rulesAccepted(services, environment, promtool),
      ).toMatchObject({ agreed: true });
    },
    PROOF_LIMIT,
  );

  it("has nothing that no proof covers", () => {
    expect(checkProofs(services, environment).map(formatProblem)).toEqual([]);
  });

  it(
    "has alerts and recorded series that do what their proofs say",
    async () => {
      const { judged, failures } = await proved(services, environment, {
        promtool,
        everyMinute: true,
      });
      expect(judged).toBeGreaterThan(100);
      expect(failures).toBe("");
    },
    PROOF_LIMIT,
  );
});
