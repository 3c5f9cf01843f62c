import { parser } from "@prometheus-io/lezer-promql";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matches, readMatcher } from "../../alertmanager/matchers";
import { receivers } from "../../alertmanager/receivers";
import { routeTree } from "../../alertmanager/route-tree";
import { notified } from "../../alertmanager/notified";
import { stableJson } from "../../dashboards/stable-json";
import { withGeneratedDashboards } from "../../dashboards/with-generated-dashboards";
import { everyAlert } from "../../model/every-alert";
import { alertRules } from "../../prometheus/rules/alert-rules";
import { goodPlatform } from "../support/services";
import { copies } from "./synth/copies";
import { synthesise } from "./synth/synthesise";

/**
 * A module whose functions count how often they are called. A function, since mocks are made before
 * anything else.
 */
function mockCounted(path: string) {
  const module =
    jest.requireActual<
      Record<string, string | ((...about: readonly never[]) => unknown)>
    >(path);
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => [
      name,
      typeof value === "function" ? jest.fn(value) : value,
    ]),
  );
}
jest.mock("../../dashboards/stable-json", () =>
  mockCounted("../../dashboards/stable-json"),
);
jest.mock("../../model/every-alert", () =>
  mockCounted("../../model/every-alert"),
);
jest.mock("../../alertmanager/matchers", () =>
  mockCounted("../../alertmanager/matchers"),
);
jest.mock("../../alertmanager/receivers", () =>
  mockCounted("../../alertmanager/receivers"),
);
jest.mock("../../alertmanager/route-tree", () =>
  mockCounted("../../alertmanager/route-tree"),
);
jest.mock("../../alertmanager/notified", () =>
  mockCounted("../../alertmanager/notified"),
);
jest.mock("../../prometheus/rules/alert-rules", () =>
  mockCounted("../../prometheus/rules/alert-rules"),
);

const ENVIRONMENTS = 2;
const SIZES = [2, 4, 6];

const parsed = jest.spyOn(parser, "parse");

const COUNTED = {
  "dashboards rendered": stableJson,
  "alerts of a system listed": everyAlert,
  "routes asked": matches,
  "matchers read": readMatcher,
  "receivers made": receivers,
  "route trees made": routeTree,
  "people looked up": notified,
  "rules of a system made": alertRules,
} as const;

type Counts = Readonly<Record<keyof typeof COUNTED, number>>;

const called = (): Counts => {
  const entries = Object.entries(COUNTED).map(([what, counted]) => [
    what,
    jest.mocked<(...about: never[]) => unknown>(counted).mock.calls.length,
  ]);
  return Object.fromEntries(entries) as Counts;
};

let outdir = "";
const bySize: Counts[] = [];
const parsedTexts: string[] = [];
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), "worked-out-once-"));
  for (const size of SIZES) {
    jest.clearAllMocks();
    synthesise(size, outdir);
    bySize.push(called());
    parsedTexts.push(
      ...parsed.mock.calls.map(([text]) =>
        typeof text === "string" ? text : text.read(0, text.length),
      ),
    );
  }
});
afterAll(() => {
  rmSync(outdir, { recursive: true });
});

describe.each(Object.keys(COUNTED) as (keyof Counts)[])("%s", (what) => {
  it("as often again for each further system, however many there are", () => {
    const [few = 0, more = 0, most = 0] = bySize.map((counts) => counts[what]);
    expect(few).toBeGreaterThan(0);
    expect(most - more).toBe(more - few);
  });
});

it("parses each query once, of all that checks, catalogue and rules ask for", () => {
  const each = parsedTexts.filter(
    (text, index) => parsedTexts.indexOf(text) === index,
  );
  expect(each.length).toBeGreaterThan(100 * Math.max(...SIZES));
  expect(parsedTexts).toEqual(each);
});

it("computes routes and receivers once for each environment", () => {
  for (const counts of bySize) {
    expect(counts["route trees made"]).toBe(ENVIRONMENTS);
    expect(counts["receivers made"]).toBe(ENVIRONMENTS);
  }
});

it("makes the rules of each system once for each environment, and its dashboards once for all environments with equal settings", () => {
  for (const [index, size] of SIZES.entries()) {
    const counts = bySize[index];
    expect(counts?.["rules of a system made"]).toBe((size + 1) * ENVIRONMENTS);
    expect(counts?.["dashboards rendered"]).toBe(
      [goodPlatform, ...copies(size)].flatMap(
        (service) => withGeneratedDashboards(service).dashboards,
      ).length,
    );
  }
});
