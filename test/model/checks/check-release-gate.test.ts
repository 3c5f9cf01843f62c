import { checkReleaseGate } from "../../../model/checks/check-release-gate";
import { seconds } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import type { GateEvidence, ReleaseGate } from "../../../model/release-gate";
import type { Service } from "../../../model/service";
import { gate, shop } from "../../cli/verify/shop";

const check = (service: Service): readonly string[] =>
  checkReleaseGate(service).map(formatProblem);

const withGate = (change: Partial<ReleaseGate>): Service => ({
  ...shop,
  releaseGate: { ...gate, ...change },
});

const withEvidence = (...evidence: readonly GateEvidence[]) =>
  withGate({
    sections: [{ heading: "More", items: [{ text: "It", evidence }] }],
  });

it.each([shop, withGate({})])("finds nothing wrong with $key", (service) => {
  expect(check(service)).toEqual([]);
});

it.each<[string, Service, string]>([
  [
    "no items",
    withGate({ checklist: [] }),
    "services/shop releaseGate checklist: a release gate needs items; add items, or omit the gate",
  ],
  [
    "an item twice",
    withGate({ checklist: [...gate.checklist, ...gate.checklist.slice(0, 1)] }),
    "services/shop releaseGate checklist: the item is listed twice, got Scraped; leave one out",
  ],
  [
    "an item without evidence",
    withEvidence(),
    'services/shop releaseGate item "It": has no evidence; add evidence, at least that of a person',
  ],
  [
    "an unknown metric",
    withEvidence({ kind: "metrics", names: ["nope"] }),
    'services/shop releaseGate item "It": names metrics that the system does not have, got nope; allowed: shop_requests_total, shop_duration_seconds, shop_queue; correct it',
  ],
  [
    "no metric",
    withEvidence({ kind: "metrics", names: [] }),
    'services/shop releaseGate item "It": names no metrics; name them',
  ],
  [
    "an unknown page",
    withEvidence({ kind: "dashboards", uids: ["nope"], shows: "data" }),
    'services/shop releaseGate item "It": names dashboards that the system does not have, got nope; allowed: shop; correct it',
  ],
  [
    "a word that cannot be typed",
    withEvidence({ kind: "person", key: "The phone", look: "it rings" }),
    'services/shop releaseGate item "It": the word by which a person confirms must be kebab-case, got The phone; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
  ],
  [
    "test alerts of no priority",
    withGate({ testAlert: [] }),
    "services/shop releaseGate testAlert: items need a test alert, but no priority is tested; name the priorities to test",
  ],
  [
    "a fault without an alert",
    withGate({
      provokedFault: {
        path: "/fail",
        body: {},
        alert: "Nope",
        within: seconds(1),
      },
    }),
    "services/shop releaseGate provokedFault: must make an alert of the system fire, got Nope; allowed: ShopErrors, ShopFails; correct it",
  ],
])("finds %s", (_, service, problem) => {
  expect(check(service)).toEqual([problem]);
});

it("does not require a gate", () => {
  const { releaseGate, ...without } = withGate({});
  expect(releaseGate).toEqual(gate);
  expect(check(without)).toEqual([]);
});
