import { failureReport } from "../../../cli/proof/report";
import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { production } from "../../support/environments/production";
import { formatProblem } from "../../../model/problem";
import { checkProofs } from "../../../proof/check-proofs";
import { judge } from "../../../proof/judge";
import { mutate } from "../../../proof/mutation";
import { proofSubjects } from "../../../proof/proof-subjects";
import { checkRules } from "../../../proof/run-promtool";
import { testFiles } from "../../../proof/test-file";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { findEngine } from "../../../engines/find-engine";
import { provableService } from "../../support/provable";

const LIMIT = 30 * 60 * 1000;
let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

const subjectsOf = (service = provableService) =>
  proofSubjects([service], production, { everyMinute: false });

it("makes rules that promtool accepts", async () => {
  const { slos } = ruleGroups(provableService, production);
  expect(await checkRules(promtool, slos)).toEqual({
    agreed: true,
    output: expect.stringContaining("SUCCESS") as string,
  });
});

it("covers everything that it generates", () => {
  expect(checkProofs([provableService], production).map(formatProblem)).toEqual(
    [],
  );
});

it(
  "proves SLOs of every kind",
  async () => {
    const subjects = subjectsOf();
    expect(
      subjects.filter(({ rule }) => "alert" in rule).map(({ id }) => id),
    ).toHaveLength(5 * 4 + 1);
    const judgements = await judge(
      subjects.flatMap((subject) => testFiles(subject.id, subject)),
      { promtool, jobs: 2, memory: promtoolMemory(process.env) },
    );
    expect(failureReport("production", judgements)).toBe("");
  },
  LIMIT,
);

it.each([
  ["events, and about what must never happen", 800, "moments"],
  ["moments", 1200, "events"],
])(
  "detects every mutant of the rules about %s",
  async (_, atLeast, left) => {
    const kept = {
      ...provableService,
      slos: provableService.slos.filter(
        ({ kind }) => (kind === "value") === (left === "events"),
      ),
      recording: left === "events" ? provableService.recording : [],
    };
    const { outcomes, unneeded } = await mutate(subjectsOf(kept), {
      promtool,
      jobs: 2,
      memory: promtoolMemory(process.env),
    });
    expect(outcomes.length).toBeGreaterThan(atLeast);
    expect(
      outcomes
        .filter(({ outcome }) => outcome.kind === "survived")
        .map(({ id, change }) => `${id}: ${change}`),
    ).toEqual([]);
    expect(unneeded).toEqual([]);
  },
  LIMIT,
);

it(
  "would detect a tree that omits a tile",
  async () => {
    const subject = subjectsOf().find(
      ({ id }) => id === "shop slo:bad_events:rate6h",
    );
    if (subject === undefined || !("record" in subject.rule)) {
      throw new Error("there is one");
    }
    const forgetful = {
      ...subject.rule,
      expr: subject.rule.expr.replace(/\n {2}or [^\n]*\n\)/, "\n)"),
    };
    expect(forgetful.expr).not.toBe(subject.rule.expr);
    const judgements = await judge(
      testFiles("forgetful", subject, subject.chain, [forgetful]),
      { promtool, jobs: 1, memory: promtoolMemory(process.env) },
    );
    expect(failureReport("production", judgements)).toContain(
      "every tile is present",
    );
  },
  LIMIT,
);
