import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { routingResults } from "../../checks/routing/routing-results";
import { findEngine } from "../../engines/find-engine";
import { smallOrganisation } from "../../examples/small-organisation/organisation";
import { formatProblem } from "../../model/problem";
import { wholeServices } from "../../model/whole-service";
import { checkProofs } from "../../proof/check-proofs";
import { synthesise } from "../../stacks/synthesise";
import { proved, rulesAccepted } from "../proof/proof-judgement";
import { filesOf } from "../stacks/output";

/** A first run may build the engine. */
const INSTALL_LIMIT = 20 * 60 * 1000;
const PROOF_LIMIT = 10 * 60 * 1000;

const now = new Date("2026-12-01T00:00:00Z");
const { environments, runbooksFolder, moreRunbooks } = smallOrganisation;
const services = wholeServices(smallOrganisation.services);
const [environment] = environments;
if (environment === undefined) throw new Error("no environment");
const runbooks = listRunbooks(runbooksFolder, moreRunbooks);

/** Systems of the organisation that this repository is of. */
const OTHER_ORGANISATION =
  /codeverify|codequal|accubooks|nebula|chronos|obsidian|aurora|farfan/gi;

const problems = (
  declared: typeof smallOrganisation.services,
): readonly string[] =>
  checkAll(environments, declared, { runbooks, now }).map(formatProblem);

it("has one environment, one team and one system", () => {
  expect(environments).toHaveLength(1);
  expect(services.map(({ key }) => key)).toEqual(["platform", "shop"]);
  expect(new Set(services.map(({ team }) => team)).size).toBe(1);
});

it("has no problem, nor has the platform alone", () => {
  expect(problems(smallOrganisation.services)).toEqual([]);
  expect(problems(smallOrganisation.services.slice(0, 1))).toEqual([]);
});

it("misses the pages of its own alerts where only those of the engine are", () => {
  expect(
    checkAll(environments, smallOrganisation.services, {
      runbooks: listRunbooks("docs/runbooks"),
      now,
    }).map(formatProblem),
  ).toContain(
    'services/shop alert "ShopErrors": the runbook page or its heading does not exist, got shop/errors; npm run generate -- --scaffold writes the page, with the heading after # if there is one; fill in its text',
  );
});

describe("what is synthesised", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "small-organisation-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is one stack, which names nothing of any other organisation", () => {
    expect(synthesise(smallOrganisation, { now, out: folder })).toEqual([]);
    expect(readdirSync(join(folder, "stacks"))).toEqual(["production"]);
    const text = [...filesOf(folder).values()].join("\n");
    expect(text).toContain("ShopErrors");
    expect(text).toContain("MonitoredTargetDown");
    expect(text.match(OTHER_ORGANISATION)).toBeNull();
  });

  it("is nothing where something is wrong", () => {
    expect(
      synthesise(
        { ...smallOrganisation, runbooksFolder: "docs/runbooks" },
        { now, out: folder },
      ),
    ).not.toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("routes every alert to somebody", () => {
  const results = routingResults(
    environment,
    services,
    alertmanagerConfig(environment, services),
  );
  const declared = services.flatMap(({ alerts }) => alerts);
  for (const { name } of declared) {
    const found = results.filter(({ alert }) => alert.name === name);
    expect([name, found.length > 0]).toEqual([name, true]);
    expect([
      name,
      found.filter(({ destinations: places }) => places.length === 0),
    ]).toEqual([name, []]);
  }
  expect(results.flatMap(({ faults }) => faults)).toEqual([]);
});

describe("proofs", () => {
  let promtool = "";
  beforeAll(async () => {
    promtool = await findEngine("promtool");
  }, INSTALL_LIMIT);

  it("leave nothing out", () => {
    expect(checkProofs(services, environment).map(formatProblem)).toEqual([]);
  });

  it(
    "hold, of every alert and every recorded series",
    async () => {
      expect(
        await rulesAccepted(services, environment, promtool),
      ).toMatchObject({ agreed: true });
      const { judged, failures } = await proved(services, environment, {
        promtool,
      });
      expect(judged).toBeGreaterThan(30);
      expect(failures).toBe("");
    },
    PROOF_LIMIT,
  );
});
