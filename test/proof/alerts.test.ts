import { environments } from "../../environments";
import { promtoolTests } from "../../proof/promtool-test";
import { checkRules, testRules } from "../../proof/run-promtool";
import { alertRules, alertsIn } from "../../rules/alert-rules";
import { ruleGroups } from "../../rules/rule-groups";
import { services } from "../../services";
import { findEngine } from "../../tools/find-engine";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const PROOF_LIMIT = 60 * 1000;

let promtool = "";
beforeAll(async () => {
  promtool = await findEngine("promtool");
}, INSTALL_LIMIT);

describe.each(
  environments.map((environment) => [environment.name, environment]),
)("%s", (_, environment) => {
  /** What an alert may read was recorded by a group of any service, so all of them stand before it. */
  const recorded = services.flatMap((service) => {
    const { recording, slos } = ruleGroups(service, environment);
    return [...recording, ...slos];
  });

  it(
    "has only rules that promtool accepts",
    async () => {
      const groups = [
        ...recorded,
        ...services.flatMap((service) => alertRules(service, environment)),
      ];
      expect(await checkRules(promtool, groups)).toMatchObject({
        agreed: true,
      });
    },
    PROOF_LIMIT,
  );

  const cases = services.flatMap((service) =>
    alertsIn(environment, service).map(
      (alert) => [`${service.key} ${alert.name}`, service, alert] as const,
    ),
  );
  it.each(cases)(
    "proves that %s fires when it should and stays quiet when it should",
    async (_name, service, alert) => {
      const groups = [...recorded, ...alertRules(service, environment)];
      const verdict = await testRules(
        promtool,
        groups,
        promtoolTests(alert, service, environment),
      );
      if (!verdict.agreed) throw new Error(verdict.output);
    },
    PROOF_LIMIT,
  );
});
