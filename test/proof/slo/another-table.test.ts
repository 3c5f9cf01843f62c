import { failureReport } from "../../../cli/proof/report";
import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { formatProblem } from "../../../model/problem";
import type * as tiersModule from "../../../model/slo-tiers";
import { checkProofs } from "../../../proof/check-proofs";
import { judge } from "../../../proof/judge";
import { proofSubjects } from "../../../proof/proof-subjects";
import { testFiles } from "../../../proof/test-file";
import type * as otherTiersModule from "../../support/other-tiers";
import { provableService } from "../../support/provable";

jest.mock("../../../model/slo-tiers", () => {
  const { TIERS: known } = jest.requireActual<typeof tiersModule>(
    "../../../model/slo-tiers",
  );
  return {
    TIERS: jest
      .requireActual<typeof otherTiersModule>("../../support/other-tiers")
      .otherTiers(known)
      // Without the tier of a week, whose outages take minutes to evaluate.
      .filter(({ long }) => long.toString() !== "7d"),
  };
});

const LIMIT = 30 * 60 * 1000;
let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

it("covers everything generated from another table of tiers", () => {
  expect(checkProofs([provableService], production).map(formatProblem)).toEqual(
    [],
  );
});

it(
  "proves SLOs of every kind with it",
  async () => {
    const subjects = proofSubjects([provableService], production, {
      everyMinute: false,
    });
    const ids = subjects.map(({ id }) => id);
    expect(ids).toContain("shop SloErrorBudgetBurnFast orders 12h");
    expect(ids).toContain("shop slo:bad_events:rate20m");
    const judgements = await judge(
      subjects.flatMap((subject) => testFiles(subject.id, subject)),
      { promtool, jobs: 2, memory: promtoolMemory(process.env) },
    );
    expect(failureReport("production", judgements)).toBe("");
  },
  LIMIT,
);
