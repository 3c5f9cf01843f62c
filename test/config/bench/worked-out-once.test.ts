import { parser } from "@prometheus-io/lezer-promql";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matches, readMatcher } from "../../../alertmanager/matchers";
import { receivers } from "../../../alertmanager/receivers";
import { routeTree } from "../../../alertmanager/route-tree";
import { notified } from "../../../alertmanager/notified";
import { stableJson } from "../../../dashboards/stable-json";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { everyAlert } from "../../../model/every-alert";
import { clusterFlows } from "../../../kubernetes/network/flows/notification";
import { resultOf } from "../../../prometheus/cost/rule-result";
import { alertRules } from "../../../prometheus/rules/alert-rules";
import { recordingRules } from "../../../prometheus/rules/recording-rules";
import { goodPlatform } from "../../support/services";
import { copies } from "../../bench/synth/copies";
import { synthesise } from "../../bench/synth/synthesise";

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
jest.mock("../../../dashboards/stable-json", () =>
  mockCounted("../../../dashboards/stable-json"),
);
jest.mock("../../../model/every-alert", () =>
  mockCounted("../../../model/every-alert"),
);
jest.mock("../../../alertmanager/matchers", () =>
  mockCounted("../../../alertmanager/matchers"),
);
jest.mock("../../../alertmanager/receivers", () =>
  mockCounted("../../../alertmanager/receivers"),
);
jest.mock("../../../alertmanager/route-tree", () =>
  mockCounted("../../../alertmanager/route-tree"),
);
jest.mock("../../../alertmanager/notified", () =>
  mockCounted("../../../alertmanager/notified"),
);
jest.mock("../../../prometheus/cost/rule-result", () =>
  mockCounted("../../../prometheus/cost/rule-result"),
);
jest.mock("../../../prometheus/rules/alert-rules", () =>
  mockCounted("../../../prometheus/rules/alert-rules"),
);
jest.mock("../../../prometheus/rules/recording-rules", () =>
  mockCounted("../../../prometheus/rules/recording-rules"),
);
jest.mock("../../../kubernetes/network/flows/notification", () =>
  mockCounted("../../../kubernetes/network/flows/notification"),
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
  "rules estimated": resultOf,
  "rules of a system made": alertRules,
  "recording groups made": recordingRules,
  "flows of the platform made": clusterFlows,
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
const parsedTexts: (readonly string[])[] = [];
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), "worked-out-once-"));
  for (const size of SIZES) {
    jest.clearAllMocks();
    synthesise(size, outdir);
    bySize.push(called());
    parsedTexts.push(
      parsed.mock.calls.map(([text]) =>
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

it("parses each shape of a query once, of all that checks, catalogue and rules ask for", () => {
  const [few = [], ...more] = parsedTexts;
  const each = few.filter((text, index) => few.indexOf(text) === index);
  expect(each.length).toBeGreaterThan(100);
  expect(few).toEqual(each);
  // Further systems ask the same of series with names of their own.
  expect(more.flat()).toEqual([]);
});

it("works out routes, receivers and flows of the platform once for each environment", () => {
  for (const counts of bySize) {
    expect(counts["flows of the platform made"]).toBe(ENVIRONMENTS);
    expect(counts["route trees made"]).toBe(ENVIRONMENTS);
    expect(counts["receivers made"]).toBe(ENVIRONMENTS);
  }
});

it("estimates of a further system only the rule that reads series of the platform", () => {
  const [few = 0, more = 0] = bySize.map((counts) => counts["rules estimated"]);
  expect(few).toBeGreaterThan(100);
  expect(more - few).toBe(ENVIRONMENTS * 2);
});

it("makes the rules of each system once for each environment, those that record and its dashboards once for all", () => {
  for (const [index, size] of SIZES.entries()) {
    const counts = bySize[index];
    expect(counts?.["rules of a system made"]).toBe((size + 1) * ENVIRONMENTS);
    expect(counts?.["recording groups made"]).toBe(
      [goodPlatform, ...copies(size)].flatMap(({ recording }) => recording)
        .length,
    );
    expect(counts?.["dashboards rendered"]).toBe(
      [goodPlatform, ...copies(size)].flatMap(
        (service) => withGeneratedDashboards(service).dashboards,
      ).length,
    );
  }
});
