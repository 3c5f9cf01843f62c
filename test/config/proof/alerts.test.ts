import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { failureReport } from "../../../cli/proof/report";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { formatProblem } from "../../../model/problem";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { checkProofs } from "../../../proof/check-proofs";
import { judge } from "../../../proof/judge";
import { proofSubjects } from "../../../proof/proof-subjects";
import { checkRules } from "../../../proof/run-promtool";
import { testFiles } from "../../../proof/test-file";
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
      const groups = services.flatMap((service) => {
        const { recording, slos, alerts } = ruleGroups(service, environment);
        return [...recording, ...slos, ...alerts];
      });
      expect(await checkRules(promtool, groups)).toMatchObject({
        agreed: true,
      });
    },
    PROOF_LIMIT,
  );

  it("has nothing that no proof covers", () => {
    expect(checkProofs(services, environment).map(formatProblem)).toEqual([]);
  });

  it(
    "has alerts and recorded series that do what their proofs say",
    async () => {
      const subjects = proofSubjects(services, environment, {
        everyMinute: true,
      });
      const judgements = await judge(
        subjects.flatMap((subject) => testFiles(subject.id, subject)),
        {
          promtool,
          jobs: 2,
          memory: promtoolMemory(process.env),
        },
      );
      expect(judgements.length).toBeGreaterThan(100);
      expect(failureReport(environment.name, judgements)).toBe("");
    },
    PROOF_LIMIT,
  );
});
