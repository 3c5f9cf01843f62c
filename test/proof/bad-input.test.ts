import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promtoolMemory } from "../../cli/proof/promtool-memory";
import { failureReport } from "../../cli/proof/report";
import { staging } from "../support/environments/staging";
import type { Alert } from "../../model/alert";
import type { FiringCase, QuietCase } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import { checkProofs } from "../../proof/check-proofs";
import { judge } from "../../proof/judge";
import { proofSubjects } from "../../proof/proof-subjects";
import { checkRules } from "../../proof/run-promtool";
import { testFiles } from "../../proof/test-file";
import { alertRules } from "../../prometheus/rules/alert-rules";
import { findEngine } from "../../engines/find-engine";
import { withAlert } from "../support/services";

const LIMIT = 60 * 1000;
let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

const requests = (failed: number) => ({
  'shop_requests_total{status="500"}': `1000+${String(failed)}x20`,
  'shop_requests_total{status="200"}': `1000+${String(100 - failed)}x20`,
});
const firing: FiringCase = { series: requests(6), at: minutes(7) };
const quiet: QuietCase = { series: requests(4), at: minutes(15) };

const report = async (
  change: Partial<Alert>,
  engine = promtool,
  timeLimitMilliseconds = LIMIT,
): Promise<string> => {
  const service = withAlert({
    proof: { fires: [firing], quiet: [quiet] },
    ...change,
  });
  const subjects = proofSubjects([service], staging, { everyMinute: false });
  return failureReport(
    "staging",
    await judge(
      subjects.flatMap((subject) => testFiles(subject.id, subject)),
      {
        promtool: engine,
        jobs: 1,
        timeLimitMilliseconds,
        // The fake engine reports something else.
        ...(engine === promtool ? { memory: promtoolMemory(process.env) } : {}),
      },
    ),
  );
};

it("reports nothing for a proof that holds", async () => {
  expect(await report({})).toBe("");
});

describe("names the alert, the case and the command for details", () => {
  it.each<[string, Partial<Alert>, string]>([
    [
      "when it fires in its quiet case",
      { thresholds: { errorRatio: percent(3) } },
      "stays quiet, case 1",
    ],
    [
      "when it never fires",
      { thresholds: { errorRatio: percent(50) } },
      "got:[]",
    ],
    [
      "when it fires an evaluation earlier than declared",
      { proof: { fires: [{ ...firing, at: minutes(8) }], quiet: [quiet] } },
      'alertname=\\"ShopErrors\\", alertstate=\\"firing\\"',
    ],
    [
      "when it fires an evaluation later than declared",
      { proof: { fires: [{ ...firing, at: minutes(6) }], quiet: [quiet] } },
      "got:[]",
    ],
    [
      "when it has not resolved",
      {
        proof: {
          fires: [
            {
              ...firing,
              resolves: { series: requests(6), after: minutes(10) },
            },
          ],
          quiet: [quiet],
        },
      },
      "fires and resolves, case 1",
    ],
    [
      "when it resolves earlier than declared",
      {
        proof: {
          fires: [{ ...firing, resolves: { after: minutes(9) } }],
          quiet: [quiet],
        },
      },
      "got: nil",
    ],
    [
      "when it carries another label than was expected",
      {
        proof: {
          fires: [{ ...firing, expect: [{ labels: { pod: "a" } }] }],
          quiet: [quiet],
        },
      },
      'pod="a"',
    ],
    [
      "when a rendered text differs from the expected one",
      {
        summary: "{{ $value | humanizePercentage }} fail",
        proof: {
          fires: [{ ...firing, expect: [{ summary: "10% fail" }] }],
          quiet: [quiet],
        },
      },
      "6% fail",
    ],
    [
      "when promtool refuses a series",
      {
        proof: {
          fires: [{ ...firing, series: { "shop{": "1x5" } }],
          quiet: [quiet],
        },
      },
      "parse error",
    ],
    [
      "when promtool refuses the expression",
      { expr: "rate(shop_requests_total)", thresholds: {} },
      "expected type range vector",
    ],
  ])("%s", async (_, change, says) => {
    const text = await report(change);
    expect(text).toContain("staging: shop ShopErrors\n");
    expect(text).toContain(says);
    expect(text).toContain(
      'npm run proof -- --environment staging --alert "shop ShopErrors"',
    );
  });
});

describe("an engine", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const script = (text: string): string => {
    const path = join(folder, "promtool");
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it("that crashes is quoted", async () => {
    const text = await report({}, script("echo out of memory >&2; exit 3"));
    expect(text).toContain("staging: shop ShopErrors\n");
    expect(text).toContain("the engine failed: out of memory");
  });

  it("that hangs is ended after the limit", async () => {
    const text = await report({}, script("exec sleep 30"), 500);
    expect(text).toContain("the engine failed: ended after 0.5 s");
  });

  it("that does not exist is named", async () => {
    expect(await report({}, "/nowhere/promtool")).toContain(
      "spawn /nowhere/promtool ENOENT",
    );
    expect(await checkRules("/nowhere/promtool", [])).toMatchObject({
      agreed: false,
    });
  });
});

it("refuses rules that Prometheus would not load", async () => {
  const service = withAlert({
    expr: "rate(shop_requests_total[5m]",
    thresholds: {},
  });
  const verdict = await checkRules(promtool, alertRules(service, staging));
  expect(verdict.agreed).toBe(false);
  expect(verdict.output).toContain("unclosed left parenthesis");
});

describe("a proof that cannot prove anything", () => {
  const problems = (change: Partial<Alert>): readonly string[] =>
    checkProofs(
      [
        withAlert({
          proof: { fires: [firing], quiet: [quiet] },
          ...change,
        }),
      ],
      staging,
    ).map(formatProblem);

  it("is not a valid one", () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<Alert>, string]>([
    [
      "has no series",
      { proof: { fires: [firing], quiet: [{ ...quiet, series: {} }] } },
      'services/shop alert "ShopErrors" quiet, case 1: there are no series to evaluate; add the raw series at such a time',
    ],
    [
      "has malformed values",
      {
        proof: {
          fires: [{ ...firing, series: { shop_requests_total: "often" } }],
          quiet: [quiet],
        },
      },
      'services/shop alert "ShopErrors" fires, case 1: "often" in "often" is no run of values; write numbers, a+bxn, axn or _xn; correct the values',
    ],
    [
      "never fires",
      { proof: { fires: [], quiet: [quiet] } },
      'services/shop alert "shop ShopErrors": nothing proves that it fires or resolves; add the case to its proof',
    ],
    [
      "has no near miss",
      { proof: { fires: [firing], quiet: [] } },
      'services/shop alert "shop ShopErrors": nothing proves that it stays quiet on a near miss; add the case to its proof',
    ],
    [
      "leaves a recorded series out",
      { expr: "sum(rate(shop_requests_total[5m])) > {errorRatio}" },
      'services/shop recording rule "shop:errors:ratio_rate5m": no proof reads it; add a proof to the rule: its results for some raw series',
    ],
  ])("is named when it %s", (_, change, message) => {
    expect(problems(change)).toEqual([message]);
  });

  it("is named when another has its name", () => {
    const service = withAlert({ proof: { fires: [firing], quiet: [quiet] } });
    expect(
      checkProofs(
        [{ ...service, alerts: [...service.alerts, ...service.alerts] }],
        staging,
      ).map(formatProblem),
    ).toEqual([
      'services/shop proof "shop ShopErrors P1": two proofs have that name; rename one of the rules',
    ]);
  });
});
